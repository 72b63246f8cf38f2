-- Keys that devices and password managers hold, each for one account; here is the public half. What an authenticator is
-- called by its maker is not kept.
create table account_passkey
(
    id            uuid primary key,
    account_id    uuid        not null references account (id) on delete cascade,
    credential_id bytea       not null,
    public_key    bytea       not null,
    counter       bigint      not null,
    syncable      boolean     not null,
    synced        boolean     not null,
    name          text        not null,
    created_at    timestamptz not null,
    last_used_at  timestamptz,
    constraint account_passkey_once unique (credential_id),
    constraint account_passkey_credential check (length(credential_id) between 16 and 1023),
    constraint account_passkey_counter check (counter between 0 and 4294967295),
    constraint account_passkey_name check (length(name) between 1 and 60)
);
comment on column account_passkey.public_key is 'As a COSE key (RFC 9052).';
comment on column account_passkey.counter is 'Of signatures; 0 where the device counts none, as those that are synced.';
create index account_passkey_account on account_passkey (account_id);
select taros_shared_table('account_passkey');
