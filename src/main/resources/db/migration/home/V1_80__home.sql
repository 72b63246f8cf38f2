-- A step of setting up that leaves no other trace; the row says when it was taken.
create table setup_step (
    organization_id uuid not null,
    step text not null,
    taken_at timestamptz not null,
    constraint setup_step_pk primary key (organization_id, step)
);

select taros_tenant_table('setup_step');
