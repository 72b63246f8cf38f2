-- Who processes for this installation, as it was announced: a version for each change, none ever altered.
create table sub_processor_list
(
    version int         not null,
    at      timestamptz not null,
    entries jsonb       not null,
    constraint sub_processor_list_pk primary key (version)
);
comment on column sub_processor_list.entries is 'Companies, countries and purposes; nothing of anybody''s.';
select taros_shared_table('sub_processor_list');
revoke update, delete on sub_processor_list from taros_app, taros_staff;
