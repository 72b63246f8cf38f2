-- A login identity. It belongs to the installation, not to an organization: one account may be a member of many.
create table account
(
    id         uuid primary key,
    email      text        not null,
    name       text        not null,
    locale     text        not null,
    created_at timestamptz not null,
    constraint account_email check (email = btrim(email) and length(email) between 3 and 254 and position('@' in email) > 1),
    constraint account_name check (length(name) between 1 and 120)
);
create unique index account_email_once on account (lower(email));
select taros_shared_table('account');

-- One way to sign in among others to come (passkey, identity provider, second factor), each in a table of its own.
create table account_password
(
    account_id uuid primary key references account (id) on delete cascade,
    hash       text        not null,
    changed_at timestamptz not null
);
select taros_shared_table('account_password');
