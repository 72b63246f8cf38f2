-- A data key is replaced by a newer one: from then on the newest closes, both open, until everything is closed anew.
alter table organization_key
    add column version int not null default 1,
    add column renewed_at timestamptz,
    add column retiring_since timestamptz,
    add column resealing text,
    add column is_indexed boolean not null default false;
alter table organization_key alter column is_indexed set default true;
comment on column organization_key.version is 'Counts the keys it has had.';
comment on column organization_key.renewed_at is 'When the newest key was made; none while it is the first.';
comment on column organization_key.retiring_since is 'Since when older keys open what is not closed anew yet; none while there is one key.';
comment on column organization_key.resealing is 'What was closed anew last: where to go on after a crash.';
comment on column organization_key.is_indexed is 'Whether everything that is found by an index has one.';

-- Closes what belongs to no organization. Sealed by the master key, so that another master key changes this row and no other.
create table installation_key
(
    id            boolean primary key default true,
    sealed_keyset bytea       not null,
    created_at    timestamptz not null,
    constraint installation_key_one check (id)
);
select taros_shared_table('installation_key');

-- The signing key itself stays what it is; it is only closed anew.
grant update (sealed_private) on audit_key to taros_staff;
