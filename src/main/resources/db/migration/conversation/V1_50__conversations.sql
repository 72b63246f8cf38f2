-- A thread between one visitor and one bot. Its row lock orders everything that happens in it: whoever writes an event takes the
-- next sequence here, so that events become visible in the order of their numbers.
create table conversation
(
    organization_id  uuid        not null,
    id               uuid        not null,
    bot_id           uuid        not null,
    token_hash       bytea       not null,
    state            text        not null constraint conversation_state check (state in ('BOT', 'WAITING', 'PERSON', 'RESOLVED', 'CLOSED')),
    state_since      timestamptz not null,
    handover_reason  text constraint conversation_handover_reason check (handover_reason in
        ('VISITOR_ASKED', 'NO_ANSWER', 'NOT_RELIABLE', 'RULE', 'BOT_FAILED', 'USAGE_LIMIT')),
    language         text        not null,
    page_url         text,
    browser          text,
    device           text,
    time_zone        text,
    sequence         bigint      not null default 0,
    message_count    int         not null default 0,
    created_at       timestamptz not null,
    last_message_at  timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column conversation.token_hash is 'SHA-256 of the visitor''s 256-bit token; the token itself is kept nowhere.';
comment on column conversation.page_url is 'Where the chat began, without query and fragment.';
create index conversation_by_activity on conversation (organization_id, bot_id, last_message_at desc, id desc);
select taros_tenant_table('conversation');

create table message
(
    organization_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    sequence        bigint      not null,
    role            text        not null constraint message_role check (role in ('VISITOR', 'BOT', 'PERSON')),
    client_id       text,
    answers         uuid,
    sealed_text     bytea       not null,
    sealed_sources  bytea,
    outcome         text constraint message_outcome check (outcome in ('ANSWERED', 'UNANSWERED', 'HANDOVER')),
    reliability     double precision constraint message_reliability check (reliability between 0 and 1),
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    constraint message_order unique (organization_id, conversation_id, sequence),
    constraint message_sent_once unique (organization_id, conversation_id, client_id),
    constraint message_answered_once unique (organization_id, answers)
);
comment on column message.client_id is 'The visitor''s own name for it: sent again, it is the same message.';
comment on column message.answers is 'The visitor''s message that this is the one final reply to.';
select taros_tenant_table('message');

-- A visitor's message that waits for its reply. It stays pending until the reply is stored, whatever happens to the process.
create table turn
(
    organization_id uuid        not null,
    message_id      uuid        not null,
    conversation_id uuid        not null,
    sequence        bigint      not null,
    status          text        not null constraint turn_status check (status in ('PENDING', 'ANSWERED')),
    holder          uuid,
    leased_until    timestamptz,
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    primary key (organization_id, message_id),
    foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade,
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade
);
comment on column turn.holder is 'Who is answering it, until leased_until; somebody else may take it after that.';
create index turn_pending on turn (organization_id, conversation_id, sequence) where status = 'PENDING';
select taros_tenant_table('turn');

-- What a visitor sees while an answer is made. Disposable: the reply itself is a message.
create table stream_event
(
    organization_id uuid        not null,
    conversation_id uuid        not null,
    sequence        bigint      not null,
    message_id      uuid,
    type            text        not null constraint stream_event_type check (type in ('status', 'delta', 'sources', 'score', 'handover')),
    sealed_data     bytea       not null,
    created_at      timestamptz not null,
    primary key (organization_id, conversation_id, sequence),
    foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade,
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade
);
comment on column stream_event.message_id is 'The turn it belongs to; none for what happens between turns.';
create index stream_event_age on stream_event (created_at);
select taros_tenant_table('stream_event');
