create table source
(
    organization_id     uuid        not null,
    id                  uuid        not null,
    bot_id              uuid        not null,
    kind                text        not null,
    title               text        not null,
    url                 text,
    content_hash        bytea       not null,
    upload_id           uuid,
    status              text        not null,
    round               int         not null,
    problem             text,
    problem_arguments   text[]      not null,
    rights_confirmed_by text        not null,
    rights_confirmed_at timestamptz not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    constraint source_pk primary key (organization_id, id),
    constraint source_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade,
    constraint source_once unique (organization_id, bot_id, kind, content_hash)
);
comment on table source is 'What somebody added for a bot to learn from, and who confirmed the right to use it.';
comment on column source.content_hash is 'Of what was added: adding the same again finds this row.';
comment on column source.round is 'Counts the times it was read; a job of an earlier round has nothing to say any more.';
comment on column source.upload_id is 'The blob with the bytes as they were added, so that reading can be tried again.';
select taros_tenant_table('source');

-- One page or file of a source. During a crawl the rows with status FOUND are the frontier.
create table document
(
    organization_id   uuid        not null,
    id                uuid        not null,
    source_id         uuid        not null,
    bot_id            uuid        not null,
    url               text,
    depth             int         not null,
    status            text        not null,
    title             text        not null,
    language          text        not null,
    content_hash      bytea,
    duplicate_hash    bytea,
    text_id           uuid,
    etag              text,
    last_modified     text,
    problem           text,
    problem_arguments text[]      not null,
    found_at          timestamptz not null,
    fetched_at        timestamptz,
    indexed_at        timestamptz,
    constraint document_pk primary key (organization_id, id),
    constraint document_source foreign key (organization_id, source_id)
        references source (organization_id, id) on delete cascade,
    constraint document_once unique (organization_id, source_id, url)
);
comment on column document.duplicate_hash is 'The content that another document of the source holds in its place; when that is gone, this one is read again.';
comment on column document.text_id is 'The blob with the extracted text.';
comment on column document.indexed_at is 'Null while the search index does not have the present passages.';
create index document_pending on document (organization_id, source_id, status);
create index document_unindexed on document (organization_id, source_id) where indexed_at is null;
select taros_tenant_table('document');

create table passage
(
    organization_id uuid  not null,
    id              uuid  not null,
    document_id     uuid  not null,
    kind            text  not null,
    position        int   not null,
    heading_path    text  not null,
    language        text  not null,
    text            text  not null,
    answer          text,
    embedding_hash  bytea not null,
    constraint passage_pk primary key (organization_id, id),
    constraint passage_document foreign key (organization_id, document_id)
        references document (organization_id, id) on delete cascade
);
create index passage_of_document on passage (organization_id, document_id);
create index passage_embedding_hash on passage (organization_id, embedding_hash);
select taros_tenant_table('passage');

-- Keyed by what was embedded, so that the same text is embedded once however often it is taught.
create table passage_embedding
(
    organization_id uuid  not null,
    model           text  not null,
    embedding_hash  bytea not null,
    vector          bytea not null,
    constraint passage_embedding_pk primary key (organization_id, model, embedding_hash)
);
comment on column passage_embedding.vector is 'Big-endian 32-bit floats.';
select taros_tenant_table('passage_embedding');

create table question_answer
(
    organization_id uuid   not null,
    source_id       uuid   not null,
    question        text   not null,
    answer          text   not null,
    phrasings       text[] not null,
    constraint question_answer_pk primary key (organization_id, source_id),
    constraint question_answer_source foreign key (organization_id, source_id)
        references source (organization_id, id) on delete cascade
);
comment on column question_answer.phrasings is 'Other ways to ask the same.';
select taros_tenant_table('question_answer');

-- What is gone from here but not yet from the index and the blob store. Holds no content.
create table forgotten
(
    organization_id uuid not null,
    document_id     uuid not null,
    blob_id         uuid,
    forgotten_at    timestamptz not null,
    constraint forgotten_pk primary key (organization_id, document_id)
);
select taros_tenant_table('forgotten');

-- A delete that cascades fires triggers as the tables' owner, who otherwise has no rights on rows at all.
do
$$
begin
    execute format('create policy cascades on forgotten to %I using (true) with check (true)', current_user);
end
$$;

-- A trigger, because deletes cascade from bots and sources and none may be missed.
create function remember_to_forget() returns trigger
    language plpgsql as
$$
begin
    if tg_table_name = 'document' then
        insert into forgotten (organization_id, document_id, blob_id, forgotten_at)
        values (old.organization_id, old.id, old.text_id, now())
        on conflict do nothing;
    elsif old.upload_id is not null then
        insert into forgotten (organization_id, document_id, blob_id, forgotten_at)
        values (old.organization_id, old.id, old.upload_id, now())
        on conflict do nothing;
    end if;
    return null;
end
$$;
create trigger document_forgotten after delete on document
    for each row execute function remember_to_forget();
create trigger source_forgotten after delete on source
    for each row execute function remember_to_forget();
