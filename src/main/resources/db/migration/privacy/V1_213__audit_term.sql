-- An audit log is kept for a year at least, whoever asks: what is younger goes with its organization alone.
drop policy of_nobody on audit_entry;
drop policy of_nobody on audit_checkpoint;
create policy over_or_of_nobody on audit_entry as restrictive for delete to taros_staff
    using (at < now() - interval '365 days' or organization_id <> '00000000-0000-0000-0000-000000000000'
        and not exists (select from organization o where o.organization_id = audit_entry.organization_id));
create policy over_or_of_nobody on audit_checkpoint as restrictive for delete to taros_staff
    using (at < now() - interval '365 days' or organization_id <> '00000000-0000-0000-0000-000000000000'
        and not exists (select from organization o where o.organization_id = audit_checkpoint.organization_id));
