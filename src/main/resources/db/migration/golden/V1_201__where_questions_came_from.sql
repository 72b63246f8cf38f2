alter table golden_question add column conversation_id uuid;
comment on column golden_question.conversation_id is 'Where a visitor asked it: it goes when they are erased. No foreign key: it outlives a conversation that ran out, whose id leads nowhere then.';
create index golden_question_conversation on golden_question (organization_id, conversation_id) where conversation_id is not null;
