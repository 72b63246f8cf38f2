-- Keyed hashes beside what is sealed, so that somebody is found by the address or number they left.
alter table lead
    add column email_index bytea,
    add column phone_index bytea;
create index lead_by_email on lead (organization_id, email_index) where email_index is not null;
create index lead_by_phone on lead (organization_id, phone_index) where phone_index is not null;
comment on column lead.phone_index is 'Of the last digits alone: what is found is opened and compared.';

alter table visitor_identity
    add column email_index bytea;
create index visitor_identity_by_email on visitor_identity (organization_id, email_index) where email_index is not null;
