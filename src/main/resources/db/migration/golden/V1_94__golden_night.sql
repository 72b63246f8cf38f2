-- Bots that are asked their golden questions every night. No row: not at night.
create table golden_night
(
    organization_id uuid        not null,
    bot_id          uuid        not null,
    at_time         time        not null,
    next_at         timestamptz not null,
    run_id          uuid,
    constraint golden_night_pk primary key (organization_id, bot_id),
    constraint golden_night_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column golden_night.at_time is 'By the clock of the organization.';
comment on column golden_night.next_at is 'Which job may start the run: one of another time has nothing to say any more.';
comment on column golden_night.run_id is 'The run that was started last at night. No foreign key: it goes when it is old.';
select taros_tenant_table('golden_night');
