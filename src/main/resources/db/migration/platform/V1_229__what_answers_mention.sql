-- The ids in an answer that is kept for a repeated write, so that a conversation is found in it without opening all of them.
alter table idempotency_key
    add column mentions uuid[];
comment on column idempotency_key.mentions is 'None for answers from before this column: those are opened.';
