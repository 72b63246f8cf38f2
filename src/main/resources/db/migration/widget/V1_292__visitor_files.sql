-- Bots whose visitors attach no files. Without a row they may.
create table visitor_files_off
(
    organization_id uuid        not null,
    bot_id          uuid        not null,
    since           timestamptz not null,
    primary key (organization_id, bot_id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
select taros_tenant_table('visitor_files_off');
select taros_bot_table('visitor_files_off');
