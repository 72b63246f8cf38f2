-- The provider an organization signs its people in by. One each.
create table organization_provider
(
    organization_id uuid primary key references organization (organization_id) on delete cascade,
    issuer          text        not null,
    client_id       text        not null,
    sealed_secret   bytea       not null,
    rule            text        not null default 'OFF',
    tried_at        timestamptz,
    trial_error     text,
    changed_at      timestamptz not null,
    constraint organization_provider_rule check (rule in ('OFF', 'OFFERED', 'REQUIRED')),
    constraint organization_provider_issuer check (length(issuer) between 8 and 500),
    constraint organization_provider_client check (length(client_id) between 1 and 255)
);
comment on column organization_provider.sealed_secret is 'With the organization''s key.';
comment on column organization_provider.trial_error is 'What went wrong when it was tried last; null if nothing did.';
select taros_tenant_table('organization_provider');

-- Which member is who there. It ends with the membership, and with another provider.
create table organization_identity
(
    organization_id uuid        not null,
    issuer          text        not null,
    subject         text        not null,
    account_id      uuid        not null,
    linked_at       timestamptz not null,
    last_used_at    timestamptz not null,
    primary key (organization_id, issuer, subject),
    constraint organization_identity_one_each unique (organization_id, account_id, issuer),
    constraint organization_identity_member foreign key (organization_id, account_id)
        references member (organization_id, account_id) on delete cascade,
    constraint organization_identity_subject check (length(subject) between 1 and 255)
);
select taros_tenant_table('organization_identity');

-- What people with an address of a proven domain may be without an invitation. No row, and they need one.
create table domain_joining
(
    organization_id uuid primary key references organization (organization_id) on delete cascade,
    role            text not null,
    constraint domain_joining_role check (role in ('EDITOR', 'AGENT', 'ANALYST', 'BILLING'))
);
select taros_tenant_table('domain_joining');
