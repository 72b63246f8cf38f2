-- Who is there to answer, and what they write again and again.

create table presence
(
    organization_id uuid        not null,
    account_id      uuid        not null,
    seen_at         timestamptz not null,
    is_away         boolean     not null default false,
    primary key (organization_id, account_id),
    foreign key (organization_id, account_id) references member (organization_id, account_id) on delete cascade
);
comment on column presence.seen_at is 'When the member''s inbox was last open.';
comment on column presence.is_away is 'Says so, though the inbox is open.';
select taros_tenant_table('presence');

create table canned_reply
(
    organization_id uuid        not null,
    id              uuid        not null,
    shortcut        text        not null,
    text            text        not null,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    constraint canned_reply_shortcut unique (organization_id, shortcut)
);
comment on column canned_reply.text is 'With {{variables}} that are filled in when it is used.';
select taros_tenant_table('canned_reply');
