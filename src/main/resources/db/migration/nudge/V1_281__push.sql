-- Members are told in their browsers, too, by the services of those who make these.

create table push_key
(
    id         uuid primary key,
    is_only    boolean     not null default true constraint push_key_one unique check (is_only),
    sealed_key bytea       not null,
    created_at timestamptz not null
);
comment on table push_key is 'What the services know this installation by. Another one ends every subscription.';
select taros_shared_table('push_key');

create table push_device
(
    organization_id     uuid        not null,
    id                  uuid        not null,
    account_id          uuid        not null,
    family              text        not null,
    endpoint_hash       bytea       not null,
    sealed_subscription bytea       not null,
    created_at          timestamptz not null,
    alive_at            timestamptz not null,
    arrived_at          timestamptz,
    problem             text,
    primary key (organization_id, id),
    foreign key (organization_id, account_id) references member (organization_id, account_id) on delete cascade,
    constraint push_device_once unique (organization_id, endpoint_hash)
);
comment on column push_device.endpoint_hash is 'Of an address that nobody can guess: by it a browser knows itself in the list.';
comment on column push_device.alive_at is 'When its service took something last, or when it was added.';
create index push_device_account on push_device (organization_id, account_id);
select taros_tenant_table('push_device');

alter table nudge_wish
    add column pushed text[] not null default '{ASSIGNED,MENTIONED,WAITING,REPLIED}',
    add constraint nudge_wish_pushed check (pushed <@ '{ASSIGNED,MENTIONED,WAITING,REPLIED}'::text[]);
alter table nudge_wish alter column pushed drop default;
comment on column nudge_wish.pushed is 'What the member is told of in their browsers.';

alter table nudge
    add column medium text not null default 'MAIL' constraint nudge_medium check (medium in ('MAIL', 'PUSH')),
    drop constraint nudge_once,
    add constraint nudge_once unique (organization_id, account_id, conversation_id, occasion, medium);
alter table nudge alter column medium drop default;
