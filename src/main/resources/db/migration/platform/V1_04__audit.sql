-- Who did what, one chain per organization: each entry's hash covers the one before it, so that a row altered or taken out
-- shows. The server can add to it and read it, not change it.
create table audit_entry
(
    organization_id uuid        not null,
    seq             bigint      not null,
    at              timestamptz not null,
    actor_kind      text        not null,
    actor_id        uuid,
    action          text        not null,
    object_kind     text,
    object_id       uuid,
    request_id      text,
    previous_hash   bytea       not null,
    hash            bytea       not null,
    primary key (organization_id, seq),
    constraint audit_entry_actor check (actor_kind in ('MEMBER', 'API_KEY', 'VISITOR', 'OPERATOR', 'SYSTEM')),
    constraint audit_entry_hash check (length(hash) = 32 and length(previous_hash) = 32)
);
comment on column audit_entry.actor_id is 'An account or API key. No name and no address: erasing the account leaves the chain whole.';
select taros_tenant_table('audit_entry');
revoke update, delete on audit_entry from taros_app, taros_staff;
