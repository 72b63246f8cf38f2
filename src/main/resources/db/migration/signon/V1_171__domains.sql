-- A domain that an organization says is its own. It counts once a record in its DNS shows the token.
create table organization_domain
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    id              uuid        not null,
    name            text        not null,
    token           text        not null,
    added_at        timestamptz not null,
    checked_at      timestamptz,
    answer          text,
    verified_at     timestamptz,
    missing_since   timestamptz,
    primary key (organization_id, id),
    constraint organization_domain_once unique (organization_id, name),
    constraint organization_domain_name check (name = lower(name) and length(name) between 3 and 253),
    constraint organization_domain_answer check (answer in ('FOUND', 'ABSENT', 'SILENT', 'TAKEN')),
    constraint organization_domain_missing check (missing_since is null or verified_at is not null)
);
comment on column organization_domain.name is 'In ASCII, as DNS has it.';
comment on column organization_domain.missing_since is 'Since when its record is not found any more; null while it is.';
select taros_tenant_table('organization_domain');

-- Whoever owns a domain learns that another organization has proven it, too: only with a record in its DNS does one come this far.
create unique index organization_domain_verified on organization_domain (name) where verified_at is not null;
