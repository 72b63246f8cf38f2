-- People in the conversation: who has the word, who sees to it, and what they say among themselves.

alter table conversation
    add column assignee        uuid,
    add column resolution      text constraint conversation_resolution check (resolution in
        ('BY_PERSON', 'ASSUMED', 'UNANSWERED', 'NO_REPLY', 'VISITOR_ENDED', 'SPAM')),
    add column spoken_sequence bigint not null default 0,
    add column snoozed_until   timestamptz;
comment on column conversation.assignee is 'The account of the member who sees to it.';
comment on column conversation.resolution is 'How it ended; none while it goes on.';
comment on column conversation.spoken_sequence is 'The place of the visitor''s last message.';
create index conversation_by_state on conversation (organization_id, state, last_message_at desc, id desc);
create index conversation_by_assignee on conversation (organization_id, assignee, last_message_at desc) where assignee is not null;
create index conversation_going_on on conversation (last_message_at) where state in ('BOT', 'WAITING', 'PERSON') and (message_count > 0 or state <> 'BOT');

alter table conversation no force row level security;
alter table message no force row level security;
update conversation set spoken_sequence = spoken.sequence
from (select organization_id, conversation_id, max(sequence) as sequence from message where role = 'VISITOR' group by 1, 2) spoken
where spoken.organization_id = conversation.organization_id and spoken.conversation_id = conversation.id;
alter table conversation force row level security;
alter table message force row level security;

alter table message
    add column author        uuid,
    add column sealed_author bytea;
comment on column message.author is 'The account of the person who wrote it; none of programs.';
comment on column message.sealed_author is 'What visitors were told the person is called.';

alter table turn
    drop constraint turn_status,
    add constraint turn_status check (status in ('PENDING', 'ANSWERED', 'PASSED'));
comment on column turn.status is 'PASSED to a person who took over before the bot had replied.';

create table conversation_move
(
    organization_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    sequence        bigint      not null,
    kind            text        not null constraint conversation_move_kind check (kind in
        ('HAND_OVER', 'TAKE_OVER', 'PUT_BACK', 'HAND_BACK', 'RESOLVE', 'CLOSE', 'REOPEN', 'ASSIGN')),
    state           text        not null constraint conversation_move_state check (state in ('BOT', 'WAITING', 'PERSON', 'RESOLVED', 'CLOSED')),
    reason          text,
    actor           text        not null constraint conversation_move_actor check (actor in ('VISITOR', 'BOT', 'PERSON', 'CLOCK')),
    account         uuid,
    sealed_name     bytea,
    assignee        uuid,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    constraint conversation_move_order unique (organization_id, conversation_id, sequence)
);
create index conversation_move_assignee on conversation_move (organization_id, assignee, created_at desc)
    where assignee is not null and kind in ('ASSIGN', 'TAKE_OVER');
comment on column conversation_move.state is 'The one it led to.';
comment on column conversation_move.reason is 'Of a handover, or how it was resolved or closed.';
comment on column conversation_move.sealed_name is 'What visitors were told the person is called.';
comment on column conversation_move.assignee is 'Who sees to it from here on; none for nobody.';
select taros_tenant_table('conversation_move');
select taros_bot_table('conversation_move', 'exists (select from conversation c where c.organization_id = conversation_move.organization_id and c.id = conversation_id)');

create table note
(
    organization_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    sequence        bigint      not null,
    client_id       text        not null,
    author          uuid,
    sealed_author   bytea       not null,
    sealed_text     bytea       not null,
    mentions        uuid[]      not null default '{}',
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    constraint note_order unique (organization_id, conversation_id, sequence),
    constraint note_written_once unique (organization_id, conversation_id, client_id)
);
comment on table note is 'What people say among themselves about a conversation: in no table that visitors are shown anything from.';
comment on column note.mentions is 'The accounts of those it calls.';
select taros_tenant_table('note');
select taros_bot_table('note', 'exists (select from conversation c where c.organization_id = note.organization_id and c.id = conversation_id)');

create table conversation_read
(
    organization_id uuid   not null,
    conversation_id uuid   not null,
    account_id      uuid   not null,
    sequence        bigint not null,
    primary key (organization_id, conversation_id, account_id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    foreign key (account_id) references account (id) on delete cascade
);
create index conversation_read_account on conversation_read (account_id);
comment on column conversation_read.sequence is 'How far the member has read.';
select taros_tenant_table('conversation_read');
select taros_bot_table('conversation_read', 'exists (select from conversation c where c.organization_id = conversation_read.organization_id and c.id = conversation_id)');
