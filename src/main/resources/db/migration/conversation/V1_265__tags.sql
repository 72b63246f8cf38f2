-- Words that an organization puts on conversations.
create table tag
(
    organization_id uuid        not null,
    id              uuid        not null,
    name            text        not null,
    colour          text        not null constraint tag_colour check (colour in
        ('GREY', 'RED', 'AMBER', 'GREEN', 'TEAL', 'BLUE', 'VIOLET', 'PINK')),
    is_archived     boolean     not null default false,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id) references organization (organization_id) on delete cascade
);
create unique index tag_name on tag (organization_id, lower(name));
comment on column tag.is_archived is 'Stays where it is, and is put on nothing new.';
select taros_tenant_table('tag');

create table conversation_tag
(
    organization_id uuid        not null,
    conversation_id uuid        not null,
    tag_id          uuid        not null,
    created_at      timestamptz not null,
    primary key (organization_id, conversation_id, tag_id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    foreign key (organization_id, tag_id) references tag (organization_id, id) on delete cascade
);
create index conversation_tag_of on conversation_tag (organization_id, tag_id, conversation_id);
select taros_tenant_table('conversation_tag');
select taros_bot_table('conversation_tag', 'exists (select from conversation c where c.organization_id = conversation_tag.organization_id and c.id = conversation_id)');
