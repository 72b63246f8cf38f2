-- The owner of the table must see the rows for once.
alter table document no force row level security;

alter table document add column changed_at timestamptz;
comment on column document.changed_at is 'When what the document says was first read as it is now; reading it again and finding it as it was leaves this alone.';
update document set changed_at = coalesce(fetched_at, found_at) where content_hash is not null;

alter table document force row level security;
