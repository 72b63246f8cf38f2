-- What was counted of a bot and is not added up yet. A reply writes rows of its own here, so that replies of one bot that are stored at
-- the same moment need not wait for each other at the sums of its day; within a minute, or once somebody looks, they are in the sums.
create table bot_count
(
    organization_id uuid             not null,
    id              bigint           not null generated always as identity,
    bot_id          uuid             not null,
    day             date             not null,
    kind            text constraint bot_count_kind check (kind in
        ('LANGUAGE', 'PAGE', 'HANDOVER', 'ENDING', 'CHAT_RATING', 'ANSWER_RATING', 'FIRST_REPLY', 'SETTLED', 'TAG')),
    name            text,
    conversations   int              not null default 0,
    answered        int              not null default 0,
    asked_back      int              not null default 0,
    handed_over     int              not null default 0,
    session_millis  bigint           not null default 0,
    score           double precision,
    primary key (organization_id, id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade,
    constraint bot_count_of check ((kind is null) = (name is null))
);
create index bot_count_bot on bot_count (organization_id, bot_id);
comment on column bot_count.day is 'In UTC.';
comment on column bot_count.kind is 'As in bot_tally; null for what goes into bot_day.';
select taros_tenant_table('bot_count');
select taros_bot_table('bot_count');
