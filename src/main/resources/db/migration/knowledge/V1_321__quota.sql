alter table source add column upload_bytes bigint not null default 0;
comment on column source.upload_bytes is 'Of what was handed in, as it came. What was handed in before this was counted weighs nothing.';

alter table document add column text_bytes bigint not null default 0;
comment on column document.text_bytes is 'Of the text that was read, as UTF-8.';

alter table document no force row level security;
alter table passage no force row level security;
update document d set text_bytes = coalesce((
    select sum(octet_length(p.text)) from passage p
    where p.organization_id = d.organization_id and p.document_id = d.id), 0)
where d.content_hash is not null;
alter table passage force row level security;
alter table document force row level security;
