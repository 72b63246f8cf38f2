-- What is shown while an answer is made is sealed to its row, not to its conversation alone. Nothing of it lives longer than an answer.
-- The owner of the table must see the rows for once.
alter table stream_event no force row level security;
delete from stream_event;
alter table stream_event add column id uuid not null;
comment on column stream_event.id is 'Part of the seal.';
alter table stream_event force row level security;
