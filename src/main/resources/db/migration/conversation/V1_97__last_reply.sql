alter table conversation add column last_reply_at timestamptz;
comment on column conversation.last_reply_at is 'When the bot last replied; what was said before this was kept does not count.';
