-- While there is no account, the hash of the code that lets one person create it. At most one row.
create table first_visit
(
    id         boolean primary key default true,
    code_hash  bytea       not null,
    created_at timestamptz not null,
    constraint first_visit_one check (id)
);
select taros_shared_table('first_visit');
