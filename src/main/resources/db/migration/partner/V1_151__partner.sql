-- An organization that was certified to manage others.
create table partner
(
    organization_id uuid primary key references organization (organization_id) on delete cascade,
    certified_at    timestamptz not null,
    contact         text,
    constraint partner_contact check (contact = btrim(contact) and length(contact) between 3 and 254)
);
comment on column partner.contact is 'Where its clients'' people ask for help.';
select taros_tenant_table('partner');

-- That an organization is managed by another. The row is the managed one's.
create table client
(
    organization_id uuid primary key references organization (organization_id) on delete cascade,
    partner_id      uuid        not null,
    since           timestamptz not null,
    refused_at      timestamptz
);
create index client_partner on client (partner_id);
comment on column client.partner_id is
    'An organization. No foreign key: none leads from one organization into another. A partner that is gone or not certified any more manages nobody.';
comment on column client.refused_at is 'Since when its people may not work in the organization; null while they may.';
select taros_tenant_table('client');

-- A partner sees whom it manages, and can change nothing of it from where it is.
create policy own_client on client for select to taros_app
    using (partner_id = nullif(current_setting('taros.organization', true), '')::uuid);
