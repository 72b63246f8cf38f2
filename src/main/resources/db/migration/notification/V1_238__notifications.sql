-- Where an organization wants to hear of what happens, and what was sent there.

create table notification_channel
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    id              uuid        not null,
    kind            text        not null constraint notification_channel_kind check (kind in ('SLACK', 'TEAMS', 'DISCORD', 'WEBHOOK')),
    name            text        not null,
    sealed_url      bytea       not null,
    sealed_secret   bytea,
    created_at      timestamptz not null,
    primary key (organization_id, id)
);
comment on column notification_channel.sealed_url is 'Whoever knows it can write there.';
comment on column notification_channel.sealed_secret is 'Signs what is sent to a webhook of one''s own.';
select taros_tenant_table('notification_channel');

create table notification_delivery
(
    organization_id uuid        not null,
    id              uuid        not null,
    channel_id      uuid        not null,
    event           text        not null constraint notification_delivery_event check (event in ('HANDOVER', 'TEST')),
    conversation_id uuid,
    reason          text,
    status          text        not null constraint notification_delivery_status check (status in ('PENDING', 'DELIVERED', 'FAILED')),
    attempts        int         not null default 0,
    problem         text,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, channel_id) references notification_channel (organization_id, id) on delete cascade,
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade
);
comment on column notification_delivery.problem is 'Why the last attempt failed, in a word or the status it was answered with.';
create index notification_delivery_channel on notification_delivery (organization_id, channel_id);
create index notification_delivery_latest on notification_delivery (organization_id, created_at desc);
create index notification_delivery_conversation on notification_delivery (organization_id, conversation_id) where conversation_id is not null;
select taros_tenant_table('notification_delivery');
select taros_bot_table('notification_delivery', 'conversation_id is null or exists (select from conversation c where c.organization_id = notification_delivery.organization_id and c.id = conversation_id)');
