-- Whoever works in an organization without being a member of it is told apart in its audit log.
alter table audit_entry
    drop constraint audit_entry_actor,
    add constraint audit_entry_actor
        check (actor_kind in ('MEMBER', 'PARTNER', 'STAFF', 'API_KEY', 'VISITOR', 'OPERATOR', 'SYSTEM'));
