-- How long an organization keeps something, where that is its own choice and not the usual.
create table retention_setting
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    rule            text        not null,
    days            int         not null constraint retention_setting_days check (days between 1 and 730),
    reason          text,
    changed_at      timestamptz not null,
    primary key (organization_id, rule),
    constraint retention_setting_reason check (reason = btrim(reason) and length(reason) between 10 and 500)
);
comment on column retention_setting.reason is 'Why it is kept longer than usual; none where it is not.';
select taros_tenant_table('retention_setting');

-- A conversation that is over is found by its last word.
create index conversation_age on conversation (organization_id, last_message_at);
