-- What the conversations of one bot and day had in common, in sums: a language, a page, how they ended. No message, no conversation,
-- no visitor, so a row outlives what was counted. Once a week is over, pages of fewer than five conversations are put together.
create table bot_tally
(
    organization_id uuid not null,
    bot_id          uuid not null,
    day             date not null,
    kind            text not null constraint bot_tally_kind check (kind in
        ('LANGUAGE', 'PAGE', 'HANDOVER', 'ENDING', 'CHAT_RATING', 'ANSWER_RATING', 'FIRST_REPLY', 'SETTLED')),
    name            text not null,
    conversations   int  not null default 0,
    answered        int  not null default 0,
    asked_back      int  not null default 0,
    handed_over     int  not null default 0,
    primary key (organization_id, bot_id, day, kind, name),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column bot_tally.day is 'In UTC.';
comment on column bot_tally.name is 'Of a closed list, but for the path of a page; empty for all that has no name of its own.';
select taros_tenant_table('bot_tally');
select taros_bot_table('bot_tally');
