-- What a person who takes a conversation over is told of it first, written by the bot's model.

create table conversation_summary
(
    organization_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    status          text        not null constraint conversation_summary_status check (status in ('BEGUN', 'WRITTEN', 'FAILED')),
    sequence        bigint      not null default 0,
    model           text,
    sealed_text     bytea,
    written_at      timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    constraint conversation_summary_once unique (organization_id, conversation_id),
    constraint conversation_summary_written check (
        (sealed_text is null) = (written_at is null) and (sealed_text is null) = (model is null) and (status <> 'WRITTEN' or sealed_text is not null))
);
comment on table conversation_summary is 'For people alone. No row: none was asked for, or the bot has no model.';
comment on column conversation_summary.status is 'Of the last attempt; the text of the one before stays until there is another.';
comment on column conversation_summary.sequence is 'The place of the last message it tells of.';
select taros_tenant_table('conversation_summary');
select taros_bot_table('conversation_summary', 'exists (select from conversation c where c.organization_id = conversation_summary.organization_id and c.id = conversation_id)');
