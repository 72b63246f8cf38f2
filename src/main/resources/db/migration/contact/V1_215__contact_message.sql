-- What somebody wrote to the operator. It belongs to no organization: whoever writes need not know one.
create table contact_message
(
    id           uuid primary key,
    sealed_name  bytea       not null,
    sealed_email bytea       not null,
    sealed_text  bytea       not null,
    language     text        not null,
    received_at  timestamptz not null,
    told_at      timestamptz,
    closed_at    timestamptz,
    closed_by    uuid references account (id) on delete set null,
    ends_at      timestamptz not null,
    constraint contact_message_closed check (closed_at is not null or closed_by is null)
);
comment on column contact_message.told_at is 'When the operator''s mail server took it.';
comment on column contact_message.ends_at is 'When it was closed, or will count as closed because nobody did: its retention is counted from here.';
create index contact_message_end on contact_message (ends_at);
select taros_shared_table('contact_message');
