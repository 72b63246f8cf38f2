-- What a channel is told of, for which bot, with which secrets, and when it was given up.

alter table notification_channel
    add column events          text[]      not null default '{HANDOVER}',
    add column bot_id          uuid,
    add column is_content      boolean     not null default false,
    add column sealed_previous bytea,
    add column previous_until  timestamptz,
    add column failures        int         not null default 0,
    add column failing_since   timestamptz,
    add column last_failed_at  timestamptz,
    add column off_at          timestamptz,
    add constraint notification_channel_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade,
    add constraint notification_channel_previous check ((sealed_previous is null) = (previous_until is null));
alter table notification_channel alter column events drop default;
comment on column notification_channel.bot_id is 'The only bot it is told of; none for all.';
comment on column notification_channel.is_content is 'Whether what was said is told, too.';
comment on column notification_channel.sealed_previous is 'The secret before a rotation, which signs along until then.';
comment on column notification_channel.failures is 'Attempts that failed since one succeeded, whichever delivery they were of.';
comment on column notification_channel.off_at is 'When nothing had arrived for a day; nothing is sent until somebody switches it on.';
create index notification_channel_bot on notification_channel (organization_id, bot_id) where bot_id is not null;
select taros_bot_table('notification_channel', 'bot_id is null or bot_id = any ((select taros_bots())::uuid[])');

alter table notification_delivery
    drop constraint notification_delivery_event,
    add constraint notification_delivery_event check (event in
        ('CONVERSATION_STARTED', 'HANDOVER', 'CONVERSATION_ASSIGNED', 'CONVERSATION_RESOLVED', 'CONVERSATION_CLOSED', 'CONVERSATION_REOPENED',
         'MESSAGE_CREATED', 'ANSWER_LOW_CONFIDENCE', 'ANSWER_RATED', 'LEAD_CREATED', 'CONSENT_CHANGED', 'SOURCE_SYNCED', 'SOURCE_FAILED', 'PRIVACY_ERASED', 'TEST')),
    add column position      bigint  not null generated always as identity,
    add column bot_id        uuid,
    add column subject       uuid,
    add column place         bigint,
    add column score         float8,
    add column sealed_erased bytea,
    add column is_under_way  boolean not null default false,
    add constraint notification_delivery_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade;
alter table notification_delivery rename column reason to word;
comment on column notification_delivery.position is 'The order in which things happened, within a conversation.';
comment on column notification_delivery.subject is 'The message, the lead, the source, or the account that sees to it.';
comment on column notification_delivery.word is 'A reason, an outcome or who wrote, of a closed list.';
comment on column notification_delivery.place is 'In the conversation.';
comment on column notification_delivery.sealed_erased is 'The ids of conversations that are gone, for whoever has to erase them, too.';
comment on column notification_delivery.is_under_way is 'Whether a job sees to it; until then it waits for those before it.';
create index notification_delivery_line on notification_delivery (organization_id, channel_id, position) where status = 'PENDING';
create index notification_delivery_bot on notification_delivery (organization_id, bot_id) where bot_id is not null;
drop index notification_delivery_channel;
create index notification_delivery_channel on notification_delivery (organization_id, channel_id, position desc);

alter table notification_delivery no force row level security;
alter table conversation no force row level security;
update notification_delivery set bot_id = c.bot_id
from conversation c where c.organization_id = notification_delivery.organization_id and c.id = conversation_id;
update notification_delivery set is_under_way = true where status = 'PENDING';
alter table notification_delivery force row level security;
alter table conversation force row level security;
drop policy bots on notification_delivery;
select taros_bot_table('notification_delivery', 'bot_id is null or bot_id = any ((select taros_bots())::uuid[])');
