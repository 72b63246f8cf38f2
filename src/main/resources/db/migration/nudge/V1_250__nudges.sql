-- What each member wants to be told by mail, and what they are to be told next.

create table nudge_wish
(
    organization_id uuid not null,
    account_id      uuid not null,
    assigned        text not null constraint nudge_wish_assigned check (assigned in ('NEVER', 'MAIL', 'DIGEST')),
    mentioned       text not null constraint nudge_wish_mentioned check (mentioned in ('NEVER', 'MAIL', 'DIGEST')),
    waiting         text not null constraint nudge_wish_waiting check (waiting in ('NEVER', 'MAIL', 'DIGEST')),
    replied         text not null constraint nudge_wish_replied check (replied in ('NEVER', 'MAIL', 'DIGEST')),
    digest          text not null constraint nudge_wish_digest check (digest in ('HOURLY', 'DAILY')),
    quiet_from      time,
    quiet_until     time,
    primary key (organization_id, account_id),
    foreign key (organization_id, account_id) references member (organization_id, account_id) on delete cascade,
    constraint nudge_wish_quiet check ((quiet_from is null) = (quiet_until is null) and (quiet_from is null or quiet_from <> quiet_until))
);
comment on table nudge_wish is 'No row: by mail what is given to somebody and where they are called, and nothing else.';
comment on column nudge_wish.quiet_from is 'In the member''s time zone; may be later than the end, which is on the next day then.';
select taros_tenant_table('nudge_wish');

create table nudge
(
    organization_id uuid        not null,
    id              uuid        not null,
    account_id      uuid        not null,
    conversation_id uuid        not null,
    occasion        text        not null constraint nudge_occasion check (occasion in ('ASSIGNED', 'MENTIONED', 'WAITING', 'REPLIED')),
    way             text        not null constraint nudge_way check (way in ('MAIL', 'DIGEST')),
    due_at          timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, account_id) references member (organization_id, account_id) on delete cascade,
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    constraint nudge_once unique (organization_id, account_id, conversation_id, occasion)
);
comment on table nudge is 'Gone as soon as it is told, or need not be any more.';
create index nudge_conversation on nudge (organization_id, conversation_id);
select taros_tenant_table('nudge');
select taros_bot_table('nudge', 'exists (select from conversation c where c.organization_id = nudge.organization_id and c.id = conversation_id)');
