-- Somebody who wants to work for the operator, for as long as that is being decided.
create table job_application
(
    id                uuid primary key,
    job               text        not null constraint job_application_job check (length(job) between 1 and 120),
    sealed_name       bytea       not null,
    sealed_contact    bytea       not null,
    sealed_cv         bytea       not null,
    sealed_references bytea,
    received_at       timestamptz not null,
    consented_at      timestamptz,
    rejected_at       timestamptz,
    ends_at           timestamptz not null,
    constraint job_application_kept check (rejected_at is null or consented_at is not null)
);
comment on column job_application.consented_at is 'When they agreed to be considered later. Without that a rejection deletes the row.';
comment on column job_application.ends_at is 'When it is over, whatever was decided.';
create index job_application_end on job_application (ends_at);
select taros_shared_table('job_application');

-- What became of an application, once nobody can tell any more whose it was.
create table application_outcome
(
    id         uuid primary key,
    job        text not null,
    decided_on date not null,
    reason     text not null constraint application_outcome_reason check (reason in
        ('HIRED', 'WITHDRAWN', 'POSITION_FILLED', 'QUALIFICATIONS', 'EXPERIENCE', 'LANGUAGE', 'UNDECIDED', 'OTHER'))
);
comment on column application_outcome.id is 'Random: neither that of the application nor of the moment.';
select taros_shared_table('application_outcome');
