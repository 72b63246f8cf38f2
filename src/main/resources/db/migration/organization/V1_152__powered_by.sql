alter table organization
    add column names_maker boolean not null default true;
comment on column organization.names_maker is 'Whether the widget says what it is powered by.';
