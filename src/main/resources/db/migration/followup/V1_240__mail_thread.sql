-- A conversation that goes on by mail: where it goes, how far it went, and the address that answers come back to.
create table mail_thread
(
    organization_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    sealed_secret   bytea       not null,
    secret_hash     bytea       not null,
    stop_hash       bytea       not null,
    sealed_email    bytea,
    mailed_sequence bigint      not null default 0,
    mailed_at       timestamptz,
    failed_at       timestamptz,
    stopped_at      timestamptz,
    refused         int         not null default 0,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    constraint mail_thread_conversation unique (organization_id, conversation_id),
    constraint mail_thread_secret unique (organization_id, secret_hash),
    constraint mail_thread_stop unique (organization_id, stop_hash)
);
comment on column mail_thread.sealed_secret is 'Stands in the address that answers go to.';
comment on column mail_thread.stop_hash is 'Of the link that ends these mails.';
comment on column mail_thread.sealed_email is 'Where the last mail went.';
comment on column mail_thread.mailed_sequence is 'The place of the last reply that was mailed.';
comment on column mail_thread.failed_at is 'When a mail was given up; none once another went out.';
comment on column mail_thread.refused is 'How many answers were not taken.';
select taros_tenant_table('mail_thread');
select taros_bot_table('mail_thread', 'exists (select from conversation c where c.organization_id = mail_thread.organization_id and c.id = conversation_id)');
