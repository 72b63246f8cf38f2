-- Under whose name the clients of a partner see the product. What is absent is the product's own.
create table partner_brand
(
    organization_id uuid primary key references organization (organization_id) on delete cascade,
    name            text not null,
    accent          text,
    logo            bytea,
    logo_hash       text,
    powered         text not null,
    constraint partner_brand_name check (name = btrim(name) and length(name) between 1 and 60),
    constraint partner_brand_accent check (accent ~ '^#[0-9a-f]{6}$'),
    constraint partner_brand_logo check ((logo is null) = (logo_hash is null) and octet_length(logo) <= 524288),
    constraint partner_brand_powered check (powered in ('MAKER', 'OWN', 'NOBODY'))
);
comment on column partner_brand.logo is 'A PNG drawn anew from what was uploaded. Anybody may see it.';
select taros_tenant_table('partner_brand');

-- In whose name the clients of a partner get mail.
create table partner_sender
(
    organization_id uuid primary key references organization (organization_id) on delete cascade,
    name            text    not null,
    email           text,
    is_from         boolean not null,
    token_hash      bytea,
    token_expires   timestamptz,
    proven_at       timestamptz,
    constraint partner_sender_name check (name = btrim(name) and length(name) between 1 and 60),
    constraint partner_sender_email check (email = btrim(email) and length(email) between 3 and 254),
    constraint partner_sender_proof check (email is not null or (token_hash is null and proven_at is null)),
    constraint partner_sender_token check ((token_hash is null) = (token_expires is null))
);
comment on column partner_sender.proven_at is 'When somebody opened the link that was mailed there; until then the address is not used.';
select taros_tenant_table('partner_sender');

-- Where the clients of a partner reach the product.
create table partner_domain
(
    organization_id uuid primary key references organization (organization_id) on delete cascade,
    domain          text        not null,
    token           text        not null,
    added_at        timestamptz not null,
    verified_at     timestamptz,
    missed_at       timestamptz,
    constraint partner_domain_name check (domain = lower(domain) and length(domain) between 4 and 253)
);
comment on column partner_domain.token is 'What its name server must say. No secret: it says that whoever controls the domain wants this.';
comment on column partner_domain.missed_at is 'Since when the name server does not say it any more; null while it does.';
select taros_tenant_table('partner_domain');

-- Of two who want the same domain the one whose token stands there has it.
create unique index partner_domain_served on partner_domain (domain) where verified_at is not null;

-- A domain that is served is public: whoever asks for it by name has to be told whose pages it shows.
create policy served on partner_domain for select to taros_app using (verified_at is not null);
