-- What people ask about their own data. Who it is is known while it is worked on, sealed, and forgotten when it is done.
create table subject_request
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    id              uuid        not null,
    number          int         not null,
    kind            text        not null constraint subject_request_kind check (kind in ('ACCESS', 'CORRECTION', 'ERASURE', 'RESTRICTION', 'OBJECTION')),
    sought_by       text        not null constraint subject_request_sought_by check (sought_by in ('EMAIL', 'PHONE', 'IDENTITY', 'CONVERSATION')),
    sealed_sought   bytea,
    received_on     date        not null,
    due_on          date        not null,
    extension       text constraint subject_request_extension check (extension in ('COMPLEX', 'MANY')),
    opened_at       timestamptz not null,
    opened_by       uuid,
    erasing_since   timestamptz,
    receipt         text,
    outcome         text constraint subject_request_outcome check (outcome in ('DONE', 'NOBODY_FOUND', 'WITHDRAWN', 'NOT_PROVEN', 'UNFOUNDED', 'LAW')),
    closed_at       timestamptz,
    closed_by       uuid,
    primary key (organization_id, id),
    constraint subject_request_number unique (organization_id, number),
    constraint subject_request_end check ((outcome is null) = (closed_at is null)),
    constraint subject_request_forgets check (closed_at is null or sealed_sought is null)
);
comment on column subject_request.number is 'The handle by which the register knows it.';
comment on column subject_request.sealed_sought is 'By what the person is found; none once it is done.';
comment on column subject_request.receipt is 'What was erased, in counts by table, and where it was searched for afterwards, as JSON.';
create index subject_request_due on subject_request (organization_id, due_on) where closed_at is null;
select taros_tenant_table('subject_request');

-- How often visitors served themselves on a day: a request that was done at once, by nobody in particular.
create table self_service_day
(
    organization_id uuid not null,
    day             date not null,
    kind            text not null constraint self_service_day_kind check (kind in ('DOWNLOAD', 'ERASURE')),
    times           int  not null constraint self_service_day_times check (times > 0),
    primary key (organization_id, day, kind)
);
select taros_tenant_table('self_service_day');

-- A copy of what is held about somebody, to be fetched once.
create table subject_export
(
    organization_id uuid        not null,
    id              uuid        not null,
    request_id      uuid        not null,
    thread_ids      uuid[]      not null,
    asked_at        timestamptz not null,
    expires_at      timestamptz not null,
    ready_at        timestamptz,
    failed_at       timestamptz,
    taken_at        timestamptz,
    size            bigint      not null default 0,
    primary key (organization_id, id),
    foreign key (organization_id, request_id) references subject_request (organization_id, id) on delete cascade
);
comment on column subject_export.thread_ids is 'What it is about: erasing that takes the copy along.';
create index subject_export_request on subject_export (organization_id, request_id);
create index subject_export_expiry on subject_export (organization_id, expires_at);
select taros_tenant_table('subject_export');

create table subject_export_part
(
    organization_id uuid  not null,
    export_id       uuid  not null,
    position        int   not null,
    sealed_bytes    bytea not null,
    primary key (organization_id, export_id, position),
    foreign key (organization_id, export_id) references subject_export (organization_id, id) on delete cascade
);
select taros_tenant_table('subject_export_part');
