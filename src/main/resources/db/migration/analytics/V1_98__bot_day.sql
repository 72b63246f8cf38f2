-- What one day of one bot came to. Sums only: no message, no conversation, no visitor, so a row outlives what was counted.
create table bot_day
(
    organization_id uuid             not null,
    bot_id          uuid             not null,
    day             date             not null,
    conversations   int              not null default 0,
    session_millis  bigint           not null default 0,
    answered        int              not null default 0,
    asked_back      int              not null default 0,
    handed_over     int              not null default 0,
    score_sum       double precision not null default 0,
    score_bins      int[]            not null default array_fill(0, array [10]) constraint bot_day_bins check (cardinality(score_bins) = 10),
    primary key (organization_id, bot_id, day),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column bot_day.day is 'In UTC.';
comment on column bot_day.session_millis is 'How long visitors and bot spoke; pauses of more than half an hour are left out.';
comment on column bot_day.score_bins is 'How many scores lay in each tenth, 0 to 1; their number is the sum of these.';
select taros_tenant_table('bot_day');
