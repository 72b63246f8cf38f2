-- Whether a pair was compared with the others since it says what it says.
alter table question_answer add column compared boolean not null default false;
create index question_answer_uncompared on question_answer (organization_id, source_id) where not compared;

create table alike_pair
(
    organization_id uuid        not null,
    bot_id          uuid        not null,
    first_id        uuid        not null,
    second_id       uuid        not null,
    likeness        text        not null,
    found_at        timestamptz not null,
    told_apart_at   timestamptz,
    constraint alike_pair_pk primary key (organization_id, first_id, second_id),
    constraint alike_pair_first foreign key (organization_id, first_id)
        references source (organization_id, id) on delete cascade,
    constraint alike_pair_second foreign key (organization_id, second_id)
        references source (organization_id, id) on delete cascade,
    constraint alike_pair_order check (first_id < second_id),
    constraint alike_pair_likeness check (likeness in ('DUPLICATE', 'CONTRADICTION'))
);
comment on table alike_pair is 'Two questions of a bot that ask the same, as far as words and meaning tell. Gone as soon as one of them says something else.';
comment on column alike_pair.told_apart_at is 'Somebody looked at both and said that they are different.';
create index alike_pair_of_bot on alike_pair (organization_id, bot_id);
create index alike_pair_of_second on alike_pair (organization_id, second_id);
select taros_tenant_table('alike_pair');
select taros_bot_table('alike_pair');
