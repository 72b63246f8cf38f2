alter table organization
    add column requires_second_factor boolean not null default false;
