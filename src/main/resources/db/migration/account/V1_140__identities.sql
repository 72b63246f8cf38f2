-- Who an account is to others: the pair of issuer and subject stays the same while names and addresses change. No token
-- of a provider is kept.
create table account_identity
(
    id           uuid primary key,
    account_id   uuid        not null references account (id) on delete cascade,
    provider     text        not null,
    issuer       text        not null,
    subject      text        not null,
    label        text        not null,
    linked_at    timestamptz not null,
    last_used_at timestamptz,
    constraint account_identity_once unique (issuer, subject),
    constraint account_identity_one_of_a_provider unique (account_id, provider),
    constraint account_identity_subject check (length(subject) between 1 and 255)
);
comment on column account_identity.label is 'What the provider called the person when linked, shown to its owner alone.';
select taros_shared_table('account_identity');
