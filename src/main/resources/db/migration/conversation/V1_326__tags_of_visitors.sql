alter table conversation add column knowledge_tags text[] not null default '{}';
alter table conversation add constraint conversation_knowledge_tags check (cardinality(knowledge_tags) <= 20);
comment on column conversation.knowledge_tags is 'What the page it began on said of its visitors; sources that have tags answer only where one of them is among these.';
