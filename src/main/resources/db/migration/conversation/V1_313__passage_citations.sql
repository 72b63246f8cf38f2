-- Which passages a reply rests on, beside the sealed words of both, so that it can be counted.
create table passage_citation
(
    organization_id uuid not null,
    message_id      uuid not null,
    passage_id      uuid not null,
    document_id     uuid not null,
    constraint passage_citation_pk primary key (organization_id, message_id, passage_id),
    constraint passage_citation_message foreign key (organization_id, message_id)
        references message (organization_id, id) on delete cascade
);
comment on column passage_citation.passage_id is 'Of knowledge, which may have forgotten it since.';
create index passage_citation_of_document on passage_citation (organization_id, document_id, passage_id);
create index passage_citation_of_passage on passage_citation (organization_id, passage_id);
select taros_tenant_table('passage_citation');
select taros_bot_table('passage_citation', 'exists (select from message m where m.organization_id = passage_citation.organization_id and m.id = message_id)');
