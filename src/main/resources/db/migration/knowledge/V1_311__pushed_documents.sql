alter table document add column external_id text;
alter table document add constraint document_external_once unique (organization_id, source_id, external_id);
comment on column document.external_id is 'What the program that hands it in calls it; null where we fetch it ourselves.';
