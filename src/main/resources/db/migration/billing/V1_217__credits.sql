-- What an organization's credits were given and spent for. Each hash covers the one before it.
create table credit_transaction
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    seq             bigint      not null,
    at              timestamptz not null,
    kind            text        not null constraint credit_transaction_kind check (kind in ('GRANT', 'PURCHASE', 'USE', 'EXPIRY', 'CORRECTION')),
    amount          bigint      not null constraint credit_transaction_amount check (amount <> 0),
    subject_id      uuid,
    hash            bytea       not null constraint credit_transaction_hash check (length(hash) = 32),
    primary key (organization_id, seq)
);
comment on column credit_transaction.subject_id is 'What it was for, such as a financial record.';
create index credit_transaction_age on credit_transaction (organization_id, at);
select taros_tenant_table('credit_transaction');

-- What is left of the transactions that are gone: their sum, how many, from when to when, the hash of the last, signed.
create table credit_opening
(
    organization_id uuid primary key references organization (organization_id) on delete cascade,
    seq             bigint      not null,
    amount          bigint      not null,
    transactions    bigint      not null,
    since           timestamptz not null,
    until           timestamptz not null,
    hash            bytea       not null constraint credit_opening_hash check (length(hash) = 32),
    signature       bytea       not null
);
comment on column credit_opening.seq is 'Of the last transaction that is gone; the next one follows it.';
select taros_tenant_table('credit_opening');
