-- Files that visitors and people attach to what they say. The file itself is a blob of the same id.
create table attachment
(
    organization_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    message_id      uuid,
    role            text        not null constraint attachment_role check (role in ('VISITOR', 'PERSON')),
    sealed_name     bytea       not null,
    type            text        not null constraint attachment_type check (type in ('JPEG', 'PNG', 'PDF', 'TEXT', 'DOCX', 'XLSX')),
    size            bigint      not null constraint attachment_size check (size > 0),
    width           int,
    height          int,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade,
    foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade,
    constraint attachment_picture check ((width is null) = (height is null) and (width is not null) = (type in ('JPEG', 'PNG')))
);
comment on column attachment.message_id is 'None while its message is being written; what is never sent goes within the hour.';
create index attachment_of_conversation on attachment (organization_id, conversation_id);
create index attachment_of_message on attachment (organization_id, message_id);
create index attachment_unsent on attachment (created_at) where message_id is null;
select taros_tenant_table('attachment');
select taros_bot_table('attachment', 'exists (select from conversation c where c.organization_id = attachment.organization_id and c.id = conversation_id)');

-- Files whose row is gone and that lie in the blob store yet. Holds no content.
create table discarded_file
(
    organization_id uuid        not null,
    id              uuid        not null,
    discarded_at    timestamptz not null,
    primary key (organization_id, id)
);
select taros_tenant_table('discarded_file');

-- A delete that cascades fires triggers as the tables' owner, who otherwise has no rights on rows at all.
do
$$
begin
    execute format('create policy cascades on discarded_file to %I using (true) with check (true)', current_user);
end
$$;

-- A trigger, because deletes cascade from bots, conversations and messages and none may be missed.
create function remember_discarded_file() returns trigger
    language plpgsql as
$$
begin
    insert into discarded_file (organization_id, id, discarded_at) values (old.organization_id, old.id, now());
    return null;
end
$$;
create trigger attachment_discarded after delete on attachment
    for each row execute function remember_discarded_file();
