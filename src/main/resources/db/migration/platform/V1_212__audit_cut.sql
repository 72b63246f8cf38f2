-- Where an audit log begins when what was older is over: after which entry, with the hash that the next one follows. Signed, and that entry was a
-- signed end of the log when it was young.
create table audit_cut
(
    organization_id uuid primary key,
    seq             bigint      not null,
    hash            bytea       not null,
    at              timestamptz not null,
    signature       bytea       not null
);
select taros_tenant_table('audit_cut');
revoke insert, update, delete on audit_cut from taros_app;
