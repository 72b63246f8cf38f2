-- What a bot answers in a day at most, and what it says beyond it. Without a row there is no such limit.
create table bot_ceiling
(
    organization_id uuid        not null,
    bot_id          uuid        not null,
    per_visitor     integer,
    per_bot         integer,
    texts           jsonb       not null,
    changed_at      timestamptz not null,
    primary key (organization_id, bot_id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade,
    constraint bot_ceiling_per_visitor check (per_visitor > 0),
    constraint bot_ceiling_per_bot check (per_bot > 0)
);
select taros_tenant_table('bot_ceiling');
select taros_bot_table('bot_ceiling');

-- How much of that a day has used up: of everybody's in the row without a visitor, of one visitor's in theirs.
create table answer_count
(
    organization_id uuid    not null,
    bot_id          uuid    not null,
    day             date    not null,
    visitor         bytea   not null,
    answers         integer not null,
    primary key (organization_id, bot_id, day, visitor),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column answer_count.visitor is 'A keyed hash of where they come from, tied to no conversation; empty for everybody.';
select taros_tenant_table('answer_count');
select taros_bot_table('answer_count');
