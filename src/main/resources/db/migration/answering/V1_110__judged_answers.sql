-- Answers of a bot of which somebody or something knows whether they were right. No words, no visitor, no conversation.
create table judged_answer
(
    organization_id uuid             not null,
    bot_id          uuid             not null,
    subject         uuid             not null,
    kind            text             not null,
    score           double precision not null,
    is_right        boolean          not null,
    judged_on       date             not null,
    constraint judged_answer_pk primary key (organization_id, bot_id, subject),
    constraint judged_answer_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade,
    constraint judged_answer_kind check (kind in ('GOLDEN', 'IMPROVEMENT', 'RATING')),
    constraint judged_answer_score check (score > 0 and score < 1)
);
comment on column judged_answer.subject is 'A digest of the id of what was judged, to know the same again. Nobody can tell the id from it.';
comment on column judged_answer.score is 'As it was before any calibration, whatever visitors were shown.';
comment on column judged_answer.judged_on is 'In UTC.';
select taros_tenant_table('judged_answer');
select taros_bot_table('judged_answer');

-- What the judged answers of a bot say about its scores: logit(shown) = intercept + slope * logit(score). No row: nothing yet.
create table bot_calibration
(
    organization_id uuid             not null,
    bot_id          uuid             not null,
    intercept       double precision not null default 0,
    slope           double precision not null default 1 constraint bot_calibration_slope check (slope > 0),
    judged          int              not null default 0,
    constraint bot_calibration_pk primary key (organization_id, bot_id),
    constraint bot_calibration_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
select taros_tenant_table('bot_calibration');
select taros_bot_table('bot_calibration');
