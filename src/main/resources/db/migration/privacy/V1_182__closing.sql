-- Closed: nobody is served any more and nothing is lost yet. What is here is erased when its time has come, unless somebody
-- who may thinks better of it before.
alter table organization
    add column closed_at timestamptz,
    add column erase_at timestamptz,
    add constraint organization_closing check (num_nonnulls(closed_at, erase_at) in (0, 2) and erase_at >= closed_at);
alter table account
    add column closed_at timestamptz,
    add column erase_at timestamptz,
    add constraint account_closing check (num_nonnulls(closed_at, erase_at) in (0, 2) and erase_at >= closed_at);

-- The audit log of an organization goes when the organization is gone, and not a moment before. The installation's own has no
-- organization and never goes.
grant delete on audit_entry, audit_checkpoint to taros_staff;
create policy of_nobody on audit_entry as restrictive for delete to taros_staff
    using (organization_id <> '00000000-0000-0000-0000-000000000000'
        and not exists (select from organization o where o.organization_id = audit_entry.organization_id));
create policy of_nobody on audit_checkpoint as restrictive for delete to taros_staff
    using (organization_id <> '00000000-0000-0000-0000-000000000000'
        and not exists (select from organization o where o.organization_id = audit_checkpoint.organization_id));
