-- Whose answer it will be, for a bot whose owner limits what one visitor gets in a day. Gone when the turn is over.
alter table turn add column visitor bytea;
