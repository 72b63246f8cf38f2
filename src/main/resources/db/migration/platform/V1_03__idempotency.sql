-- The first result of a REST write that carried an Idempotency-Key, given again to whoever repeats it within a day.
create table idempotency_key
(
    organization_id uuid        not null,
    caller          text        not null,
    key             text        not null,
    request_hash    text        not null,
    started_at      timestamptz not null,
    status          int,
    content_type    text,
    sealed_body     bytea,
    primary key (organization_id, caller, key)
);
comment on column idempotency_key.status is 'Null while the first request is still running.';
create index idempotency_key_started_at on idempotency_key (organization_id, started_at);
select taros_tenant_table('idempotency_key');
