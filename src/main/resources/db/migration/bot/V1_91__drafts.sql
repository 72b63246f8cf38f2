alter table bot add column gated_since timestamptz;
comment on column bot.gated_since is 'Since when changes wait in a draft until the golden questions pass; none if they apply at once.';

-- What will change about how a bot answers. While a row is here, changes go into the draft.
create table bot_draft
(
    organization_id uuid             not null,
    id              uuid             not null,
    bot_id          uuid             not null,
    instructions    text             not null,
    language        text             not null,
    threshold       double precision not null constraint bot_draft_threshold check (threshold between 0 and 1),
    provider        text             not null,
    model           text,
    revision        bigint           not null,
    opened_at       timestamptz      not null,
    changed_at      timestamptz      not null,
    constraint bot_draft_pk primary key (organization_id, id),
    constraint bot_draft_once unique (organization_id, bot_id),
    constraint bot_draft_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column bot_draft.revision is 'Counts the changes: a draft that was changed and changed back is another one.';
select taros_tenant_table('bot_draft');
