-- When a bot calls people, and when they can be expected. Without a row it does when asked to, and they can at any time.
create table bot_handover
(
    organization_id uuid        not null,
    bot_id          uuid        not null,
    rules           jsonb,
    hours           jsonb,
    changed_at      timestamptz not null,
    primary key (organization_id, bot_id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
select taros_tenant_table('bot_handover');
select taros_bot_table('bot_handover');
