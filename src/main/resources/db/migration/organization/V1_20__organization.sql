create table organization
(
    organization_id uuid primary key,
    name            text        not null,
    language        text        not null,
    time_zone       text        not null,
    created_at      timestamptz not null,
    constraint organization_name check (name = btrim(name) and length(name) between 1 and 120),
    constraint organization_language check (language ~ '^[a-z]{2,3}$')
);
select taros_tenant_table('organization');

create table member
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    account_id      uuid        not null references account (id) on delete cascade,
    role            text        not null,
    joined_at       timestamptz not null,
    primary key (organization_id, account_id),
    constraint member_role check (role in ('OWNER', 'ADMIN', 'EDITOR', 'AGENT', 'ANALYST', 'BILLING'))
);
create index member_account on member (account_id);
select taros_tenant_table('member');

-- Somebody signed in sees their own memberships everywhere, and the names of those organizations: the switcher.
create policy own_membership on member for select to taros_app
    using (account_id = nullif(current_setting('taros.account', true), '')::uuid);
create policy own_organization on organization for select to taros_app
    using (exists (select from member m
                   where m.organization_id = organization.organization_id
                     and m.account_id = nullif(current_setting('taros.account', true), '')::uuid));
