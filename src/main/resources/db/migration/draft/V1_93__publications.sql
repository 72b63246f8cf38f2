-- A run asks what is published or a draft. Which state of the draft decides what the run says about it.
alter table golden_run add column edition text not null default 'PUBLISHED';
alter table golden_run alter column edition drop default;
alter table golden_run add column draft text;
alter table golden_run add constraint golden_run_edition
    check (edition in ('PUBLISHED', 'DRAFT') and (edition = 'DRAFT') = (draft is not null));
comment on column golden_run.draft is 'Names the exact state of the draft that was asked.';

-- Every time a draft was published.
create table publication
(
    organization_id uuid        not null,
    id              uuid        not null,
    bot_id          uuid        not null,
    reason          text,
    published_at    timestamptz not null,
    constraint publication_pk primary key (organization_id, id),
    constraint publication_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column publication.reason is 'Why it was published although it had not passed; none if it had, or did not have to.';
create index publication_of_bot on publication (organization_id, bot_id, id desc);
select taros_tenant_table('publication');
