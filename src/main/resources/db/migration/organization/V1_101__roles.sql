-- A role an organization made itself, from the permissions there are.
create table custom_role
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    id              uuid        not null,
    name            text        not null,
    permissions     text[]      not null,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    constraint custom_role_name check (name = btrim(name) and length(name) between 1 and 60),
    constraint custom_role_permissions check (cardinality(permissions) > 0)
);
create unique index custom_role_name_once on custom_role (organization_id, lower(name));
select taros_tenant_table('custom_role');

-- A member has one role: one that there is everywhere, or one of the organization's own.
alter table member
    alter column role drop not null,
    add column custom_role_id uuid,
    add column bots uuid[],
    add constraint member_one_role check (num_nonnulls(role, custom_role_id) = 1),
    add constraint member_custom_role foreign key (organization_id, custom_role_id) references custom_role (organization_id, id);
comment on column member.bots is 'The only bots this member sees; null for all. A bot deleted since may be named.';

-- Read with the membership itself, before it is known which organization is worked in.
create policy own_custom_role on custom_role for select to taros_app
    using (exists (select from member m
                   where m.organization_id = custom_role.organization_id and m.custom_role_id = custom_role.id
                     and m.account_id = nullif(current_setting('taros.account', true), '')::uuid));

alter table organization
    add column seats int constraint organization_seats check (seats > 0);
comment on column organization.seats is 'How many members and open invitations at most; null for any number.';

create table invitation
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    id              uuid        not null,
    email           text        not null,
    role            text,
    custom_role_id  uuid,
    bots            uuid[],
    token_hash      bytea,
    invited_by      uuid        not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    is_mailed       boolean     not null,
    primary key (organization_id, id),
    constraint invitation_email check (email = btrim(email) and length(email) between 3 and 254 and position('@' in email) > 1),
    constraint invitation_role check (role in ('OWNER', 'ADMIN', 'EDITOR', 'AGENT', 'ANALYST', 'BILLING')),
    constraint invitation_one_role check (num_nonnulls(role, custom_role_id) = 1),
    constraint invitation_custom_role foreign key (organization_id, custom_role_id) references custom_role (organization_id, id),
    constraint invitation_token_once unique (organization_id, token_hash)
);
create unique index invitation_email_once on invitation (organization_id, lower(email));
comment on table invitation is 'Open invitations only: one that is accepted, taken back or replaced is deleted.';
comment on column invitation.token_hash is 'SHA-256 of the link''s 256-bit secret; none before there is a link.';
comment on column invitation.is_mailed is 'Whether the link went to the address alone, so that whoever has it reads the mail there.';
select taros_tenant_table('invitation');
