alter table source add column tags text[] not null default '{}';
alter table source add constraint source_tags check (cardinality(tags) <= 20);
comment on column source.tags is 'For whom it is; for everybody where there are none.';

-- Asked with every question.
create index source_tagged on source (organization_id, bot_id) where tags <> '{}';
