alter table organization
    add column suspended_at timestamptz,
    add column max_bots int constraint organization_max_bots check (max_bots > 0),
    add column has_api boolean not null default true,
    add column credits_per_month bigint constraint organization_credits check (credits_per_month >= 0);
comment on column organization.suspended_at is 'Since when it is not served; null while it is.';
comment on column organization.max_bots is 'How many bots at most; null for any number.';
comment on column organization.has_api is 'Whether programs are let in with an API key.';
comment on column organization.credits_per_month is 'Kept for billing, which does not exist yet: nothing reads it.';
