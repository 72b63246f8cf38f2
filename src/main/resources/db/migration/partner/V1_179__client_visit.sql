-- Who of its partner's people went into a client. Without such a row an access lets nobody in: what is refused takes all of them away, and
-- whoever comes back is written down once more.
create table client_visit
(
    organization_id uuid        not null references client (organization_id) on delete cascade,
    account_id      uuid        not null,
    entered_at      timestamptz not null,
    primary key (organization_id, account_id)
);
comment on table client_visit is 'The last time; the audit log has every time.';
select taros_tenant_table('client_visit');
