-- What a visitor thinks of one reply, or, without a message, of the whole conversation.
create table rating
(
    organization_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    message_id      uuid,
    score           smallint    not null constraint rating_score check (score between 1 and 5),
    sealed_comment  bytea,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade,
    constraint rating_once unique nulls not distinct (organization_id, conversation_id, message_id)
);
select taros_tenant_table('rating');

-- How a visitor wants to be reached, and what they agreed to.
create table lead
(
    organization_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    bot_id          uuid        not null,
    sealed_name     bytea,
    sealed_email    bytea,
    sealed_phone    bytea,
    sealed_note     bytea,
    consent_text    text,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade
);
comment on column lead.consent_text is 'The sentence the visitor agreed to, as it was shown; none if nothing was asked beyond getting an answer.';
create index lead_by_age on lead (organization_id, bot_id, created_at desc);
select taros_tenant_table('lead');
