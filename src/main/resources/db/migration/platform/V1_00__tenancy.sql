-- Every table is declared as one of two kinds, by one call after it is created.

-- Belongs to an organization: invisible without one, and a row of another one can be neither read nor written.
create function taros_tenant_table(t regclass) returns void
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format($policy$
        create policy organization on %s to taros_app
            using (organization_id = nullif(current_setting('taros.organization', true), '')::uuid)
            with check (organization_id = nullif(current_setting('taros.organization', true), '')::uuid)
        $policy$, t);
    execute format('create policy staff on %s to taros_staff using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %s to taros_app, taros_staff', t);
end
$$;

-- Belongs to the installation.
create function taros_shared_table(t regclass) returns void
    language plpgsql as
$$
begin
    execute format('grant select, insert, update, delete on %s to taros_app, taros_staff', t);
end
$$;

create table organization_key
(
    organization_id uuid primary key,
    sealed_keyset   bytea       not null,
    created_at      timestamptz not null
);
comment on table organization_key is
    'One data key per organization, sealed by the master key. No foreign key: a key is made before and destroyed apart from its organization.';
select taros_tenant_table('organization_key');
