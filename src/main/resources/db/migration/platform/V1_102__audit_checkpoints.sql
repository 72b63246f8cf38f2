-- From here on an entry says from where and what changed. The version says what its hash covers.
alter table audit_entry
    add column version smallint not null default 1,
    add column origin text,
    add column detail text;
alter table audit_entry
    alter column version set default 2;
comment on column audit_entry.origin is 'The address as a hash whose key is replaced daily and kept nowhere: tells two origins of one day apart.';
comment on column audit_entry.detail is 'What changed, as JSON of names and values, without personal content.';

-- The end of a chain at a moment, signed: an entry cut off the end, or a chain written anew, no longer fits it.
create table audit_checkpoint
(
    organization_id uuid        not null,
    seq             bigint      not null,
    hash            bytea       not null,
    at              timestamptz not null,
    signature       bytea       not null,
    primary key (organization_id, seq)
);
select taros_tenant_table('audit_checkpoint');
revoke update, delete on audit_checkpoint from taros_app, taros_staff;

-- Signs for the whole installation. One row.
create table audit_key
(
    id             boolean primary key default true,
    sealed_private bytea       not null,
    public_key     bytea       not null,
    created_at     timestamptz not null,
    constraint audit_key_one check (id)
);
select taros_shared_table('audit_key');
revoke update, delete on audit_key from taros_app, taros_staff;
