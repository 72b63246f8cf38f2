-- The operator's books: what a law asks to be kept. A row outlasts the organization and is then under another id, which leads
-- nowhere; so there is no foreign key.
create table financial_record
(
    organization_id uuid   not null,
    id              uuid   not null,
    number          text   not null constraint financial_record_number check (length(number) between 1 and 60),
    kind            text   not null constraint financial_record_kind check (kind in ('INVOICE', 'CREDIT_NOTE', 'PAYMENT', 'REFUND')),
    issued_on       date   not null,
    net             bigint not null,
    tax             bigint not null,
    currency        text   not null constraint financial_record_currency check (currency ~ '^[A-Z]{3}$'),
    law             text   not null constraint financial_record_law check (law in ('BOOKKEEPING', 'ONE_STOP_SHOP')),
    keep_until      date   not null constraint financial_record_term check (keep_until > issued_on),
    sealed_buyer    bytea  not null,
    sealed_contact  bytea,
    account_id      uuid,
    primary key (organization_id, id),
    constraint financial_record_once unique (organization_id, number)
);
comment on column financial_record.net is 'In the smallest unit of the currency, as is tax.';
comment on column financial_record.keep_until is 'The last day it is kept. As it was worked out when it was written: a financial year that begins in another month later on changes nothing.';
comment on column financial_record.sealed_buyer is 'Name, address and VAT number, as an invoice has to show them.';
comment on column financial_record.sealed_contact is 'To whom it was sent; gone with that account or organization.';
comment on column financial_record.account_id is 'Who ordered it; gone with that account or organization.';
create index financial_record_term on financial_record (keep_until);
create index financial_record_account on financial_record (account_id) where account_id is not null;
select taros_tenant_table('financial_record');
