-- A data processing agreement as it was signed. Rows are written once.
create table agreement
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    id              uuid        not null,
    version         integer     not null,
    signer          text        not null,
    title           text        not null,
    account_id      uuid        not null,
    signed_at       timestamptz not null,
    sealed_pdf      bytea       not null,
    primary key (organization_id, id)
);
comment on column agreement.signer is 'The name as it was typed, of whom the account says it is.';
select taros_tenant_table('agreement');
