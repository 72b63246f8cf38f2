-- Bots whose visitors agree to something before they write. Without a row nobody is asked.
create table consent_rule
(
    organization_id uuid        not null,
    bot_id          uuid        not null,
    since           timestamptz not null,
    primary key (organization_id, bot_id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
select taros_tenant_table('consent_rule');
select taros_bot_table('consent_rule');
