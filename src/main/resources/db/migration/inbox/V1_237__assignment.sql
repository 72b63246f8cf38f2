create table assignment_setting
(
    organization_id uuid not null primary key references organization (organization_id) on delete cascade,
    way             text not null constraint assignment_setting_way check (way in ('MANUAL', 'ROUND_ROBIN', 'LEAST_BUSY'))
);
comment on column assignment_setting.way is 'Who is given a conversation that is handed over.';
select taros_tenant_table('assignment_setting');
