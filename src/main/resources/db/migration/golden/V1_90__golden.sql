-- What a bot must answer, and what it must not. The words are sealed, so a question asked twice is found by opening the list.
create table golden_question
(
    organization_id uuid        not null,
    id              uuid        not null,
    bot_id          uuid        not null,
    sealed_content  bytea       not null,
    created_at      timestamptz not null,
    constraint golden_question_pk primary key (organization_id, id),
    constraint golden_question_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column golden_question.sealed_content is 'The question with what is expected of its answer, as JSON.';
create index golden_question_of_bot on golden_question (organization_id, bot_id, id);
select taros_tenant_table('golden_question');

-- All golden questions of a bot asked once, one after the other.
create table golden_run
(
    organization_id uuid        not null,
    id              uuid        not null,
    bot_id          uuid        not null,
    status          text        not null,
    created_at      timestamptz not null,
    started_at      timestamptz,
    finished_at     timestamptz,
    constraint golden_run_pk primary key (organization_id, id),
    constraint golden_run_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade,
    constraint golden_run_status check (status in ('QUEUED', 'RUNNING', 'FINISHED')),
    constraint golden_run_end check ((status = 'FINISHED') = (finished_at is not null))
);
create unique index golden_run_at_once on golden_run (organization_id, bot_id) where status <> 'FINISHED';
create index golden_run_of_bot on golden_run (organization_id, bot_id, id desc);
select taros_tenant_table('golden_run');

-- One question of a run. It is written down when the run begins: what is changed or deleted meanwhile is another question.
create table golden_result
(
    organization_id uuid  not null,
    run_id          uuid  not null,
    question_id     uuid  not null,
    position        int   not null,
    sealed_question bytea not null,
    verdict         text,
    sealed_grading  bytea,
    constraint golden_result_pk primary key (organization_id, run_id, question_id),
    constraint golden_result_run foreign key (organization_id, run_id) references golden_run (organization_id, id) on delete cascade,
    constraint golden_result_verdict check (verdict in ('PASSED', 'FAILED'))
);
comment on column golden_result.question_id is 'No foreign key: the result outlives its question until its run goes.';
comment on column golden_result.verdict is 'None until the question was asked.';
comment on column golden_result.sealed_grading is 'The answer, its sources and score, and why it failed, as JSON.';
select taros_tenant_table('golden_result');
