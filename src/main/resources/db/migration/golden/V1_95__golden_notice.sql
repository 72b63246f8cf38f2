-- Who wants a mail when a run at night finds that something drifted. No row: owners do, others do not.
create table golden_notice
(
    organization_id uuid    not null,
    account_id      uuid    not null,
    is_wanted       boolean not null,
    constraint golden_notice_pk primary key (organization_id, account_id),
    constraint golden_notice_member foreign key (organization_id, account_id)
        references member (organization_id, account_id) on delete cascade
);
select taros_tenant_table('golden_notice');
