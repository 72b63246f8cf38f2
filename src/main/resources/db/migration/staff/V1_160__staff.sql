-- Who runs the installation, and as what.
create table staff_member
(
    account_id uuid primary key references account (id) on delete cascade,
    role       text        not null,
    added_at   timestamptz not null,
    constraint staff_member_role check (role in ('SUPPORT', 'FINANCE', 'ENGINEER', 'ADMINISTRATOR'))
);
select taros_shared_table('staff_member');

-- Why staff may look at what is in an organization, and for how long: because an owner let staff in, or because one of them asked in
-- an emergency and another gave it.
create table staff_access
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    id              uuid        not null,
    account_id      uuid,
    reason          text,
    asked_at        timestamptz not null,
    decided_by      uuid,
    decided_at      timestamptz,
    expires_at      timestamptz,
    ended_at        timestamptz,
    primary key (organization_id, id),
    constraint staff_access_reason check ((account_id is null) = (reason is null)
        and (reason is null or (reason = btrim(reason) and length(reason) between 10 and 500))),
    constraint staff_access_decided check ((decided_by is null) = (decided_at is null)
        and (expires_at is null or decided_at is not null)),
    constraint staff_access_four_eyes check (account_id is null or decided_by is null or account_id <> decided_by)
);
comment on column staff_access.account_id is 'Who asked, and whom alone it is for; null where an owner let all of the staff in.';
comment on column staff_access.expires_at is 'Until when it was given; null while it waits, and where it was refused.';
create index staff_access_asked on staff_access (organization_id, asked_at);
select taros_tenant_table('staff_access');

-- Who went in. Without such a row an access lets nobody in: nobody is there unseen.
create table staff_visit
(
    organization_id uuid        not null,
    access_id       uuid        not null,
    account_id      uuid        not null,
    entered_at      timestamptz not null,
    primary key (organization_id, access_id, account_id),
    constraint staff_visit_access foreign key (organization_id, access_id) references staff_access (organization_id, id) on delete cascade
);
comment on table staff_visit is 'The first time under each access; the audit log has every time.';
select taros_tenant_table('staff_visit');
