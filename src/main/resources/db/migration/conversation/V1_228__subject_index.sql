-- A keyed hash beside the name a website gave its user, as beside addresses and numbers. What is there already gets one from the renewal of keys.
alter table visitor_identity
    add column subject_index bytea;
create index visitor_identity_by_subject on visitor_identity (organization_id, subject_index);
comment on column visitor_identity.subject_index is 'None until the renewal of keys came by: then the name is opened to be compared.';

alter table organization_key no force row level security;
alter table visitor_identity no force row level security;
update organization_key set is_indexed = false
where organization_id in (select organization_id from visitor_identity);
alter table organization_key force row level security;
alter table visitor_identity force row level security;
