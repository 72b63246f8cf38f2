-- What goes with a conversation or a message is found by it: without these, deleting one reads whole tables.
create index turn_conversation on turn (organization_id, conversation_id);
create index lead_conversation on lead (organization_id, conversation_id);
create index rating_message on rating (organization_id, message_id) where message_id is not null;
create index stream_event_message on stream_event (organization_id, message_id) where message_id is not null;
