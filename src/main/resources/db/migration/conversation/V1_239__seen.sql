-- How far visitors have looked, so that a reply which found nobody there can follow them.
alter table conversation
    add column seen_sequence bigint not null default 0;
comment on column conversation.seen_sequence is 'The last place the visitor had before their eyes, as their side of the chat says.';
