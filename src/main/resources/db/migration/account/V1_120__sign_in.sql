-- Somebody asked for an account; there is none before the address is proven. Several may ask for one address: whoever
-- holds the link and the password that was chosen gets it.
create table registration
(
    id            uuid primary key,
    email         text        not null,
    name          text        not null,
    locale        text        not null,
    password_hash text        not null,
    texts_version text        not null,
    marketing     boolean     not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    constraint registration_email check (email = btrim(email) and length(email) between 3 and 254 and position('@' in email) > 1),
    constraint registration_name check (length(name) between 1 and 120)
);
create index registration_expiry on registration (expires_at);
select taros_shared_table('registration');

-- What a link in a mail opens. Only the hash of what it carries is here.
create table account_link
(
    hash       bytea primary key,
    purpose    text        not null,
    subject_id uuid        not null,
    expires_at timestamptz not null,
    constraint account_link_hash check (length(hash) = 32)
);
comment on column account_link.subject_id is 'A registration, an account or a change of address, by purpose.';
create index account_link_subject on account_link (subject_id);
create index account_link_expiry on account_link (expires_at);
select taros_shared_table('account_link');

-- From one address to another: asked for, confirmed at the new one, undone from the old one.
create table address_change
(
    id           uuid primary key,
    account_id   uuid        not null references account (id) on delete cascade,
    old_email    text        not null,
    new_email    text        not null,
    asked_at     timestamptz not null,
    confirmed_at timestamptz,
    undone_at    timestamptz
);
create index address_change_account on address_change (account_id);
select taros_shared_table('address_change');

-- A browser an account signed in from, known again by a cookie of which the hash is here.
create table account_device
(
    id         uuid primary key,
    account_id uuid        not null references account (id) on delete cascade,
    hash       bytea       not null,
    family     text        not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    constraint account_device_hash check (length(hash) = 32),
    constraint account_device_once unique (account_id, hash)
);
select taros_shared_table('account_device');

-- The second factor. The secret is sealed by the master key; a step of thirty seconds serves once.
create table account_totp
(
    account_id   uuid primary key references account (id) on delete cascade,
    secret       bytea       not null,
    last_step    bigint      not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz
);
select taros_shared_table('account_totp');

create table recovery_code
(
    account_id uuid        not null references account (id) on delete cascade,
    hash       bytea       not null,
    created_at timestamptz not null,
    primary key (account_id, hash),
    constraint recovery_code_hash check (length(hash) = 32)
);
select taros_shared_table('recovery_code');

-- Who agreed to what, or took it back; never changed, only added to.
create table consent
(
    id         uuid primary key,
    account_id uuid        not null references account (id) on delete cascade,
    kind       text        not null,
    is_given   boolean     not null,
    version    text        not null,
    language   text        not null,
    source     text        not null,
    at         timestamptz not null,
    constraint consent_kind check (kind in ('AGE', 'TERMS', 'PRIVACY', 'MARKETING'))
);
create index consent_account on consent (account_id, kind, at);
select taros_shared_table('consent');
revoke update on consent from taros_app, taros_staff;

alter table account
    add column time_zone text,
    add column theme     text,
    add constraint account_theme check (theme in ('LIGHT', 'DARK'));
