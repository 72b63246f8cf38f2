create table bot
(
    organization_id      uuid             not null,
    id                   uuid             not null,
    name                 text             not null constraint bot_name check (name <> ''),
    public_key           text             not null,
    instructions         text             not null,
    language             text             not null,
    threshold            double precision not null constraint bot_threshold check (threshold between 0 and 1),
    provider             text             not null,
    model                text,
    allowed_origins      text[]           not null,
    privacy_policy_url   text,
    greeting             text             not null,
    suggested_questions  text[]           not null,
    accent_colour        text             not null,
    launcher_position    text             not null,
    theme                text             not null,
    text_names           text[]           not null,
    text_values          text[]           not null,
    created_at           timestamptz      not null,
    updated_at           timestamptz      not null,
    constraint bot_pk primary key (organization_id, id),
    constraint bot_public_key unique (public_key),
    constraint bot_texts check (cardinality(text_names) = cardinality(text_values))
);
comment on table bot is 'An AI agent: settings only. Its knowledge refers to it by (organization_id, id).';
select taros_tenant_table('bot');
