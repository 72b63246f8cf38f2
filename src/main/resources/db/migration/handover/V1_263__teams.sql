-- Colleagues to whom conversations are left together.
create table team
(
    organization_id uuid        not null,
    id              uuid        not null,
    name            text        not null,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id) references organization (organization_id) on delete cascade
);
create unique index team_name on team (organization_id, lower(name));
select taros_tenant_table('team');

create table team_member
(
    organization_id uuid not null,
    team_id         uuid not null,
    account_id      uuid not null,
    primary key (organization_id, team_id, account_id),
    foreign key (organization_id, team_id) references team (organization_id, id) on delete cascade,
    foreign key (organization_id, account_id) references member (organization_id, account_id) on delete cascade
);
create index team_member_account on team_member (organization_id, account_id);
select taros_tenant_table('team_member');
