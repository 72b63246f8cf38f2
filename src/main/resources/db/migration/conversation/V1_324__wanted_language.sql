-- Asked for once, it holds for as long as the conversation does.
alter table conversation add column wants text;
comment on column conversation.wants is 'ISO 639-1 of what the visitor asked to be answered in.';
