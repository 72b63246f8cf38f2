alter table document add column embedded_at timestamptz;
comment on column document.embedded_at is 'Null while the search index finds the present passages by their words alone and their vectors are to come.';

alter table document no force row level security;
update document set embedded_at = indexed_at where indexed_at is not null;
alter table document force row level security;

create index document_unembedded on document (organization_id, source_id) where embedded_at is null;
