-- What is taught of a document is what was read of it and what people made of that.
alter table passage add column standing text not null default 'PUBLISHED';
alter table passage alter column standing drop default;
alter table passage add column read_text text;
alter table passage add constraint passage_standing check (standing in ('PUBLISHED', 'DRAFT', 'LEAVING', 'EXCLUDED'));
comment on column passage.standing is 'DRAFT and LEAVING as of a source; EXCLUDED: read, and taught to nobody. Of each position there is one that is not DRAFT.';
comment on column passage.read_text is 'What was read where somebody has corrected it; null where it is taught as it was read.';

create table passage_mend
(
    organization_id uuid        not null,
    id              uuid        not null,
    document_id     uuid        not null,
    bot_id          uuid        not null,
    standing        text        not null,
    decision        text        not null,
    read_hash       bytea       not null,
    heading_path    text        not null,
    read_text       text        not null,
    text            text,
    mended_at       timestamptz not null,
    constraint passage_mend_pk primary key (organization_id, id),
    constraint passage_mend_once unique (organization_id, document_id, read_hash, standing),
    constraint passage_mend_document foreign key (organization_id, document_id)
        references document (organization_id, id) on delete cascade,
    constraint passage_mend_standing check (standing in ('PUBLISHED', 'DRAFT')),
    constraint passage_mend_decision check (decision in ('EXCLUDED', 'CORRECTED', 'AS_READ')),
    constraint passage_mend_text check ((decision = 'CORRECTED') = (text is not null)),
    constraint passage_mend_as_read check (decision <> 'AS_READ' or standing = 'DRAFT')
);
comment on table passage_mend is 'What somebody decided about a passage. Holds for whatever of the document reads the same, however often it is read again.';
comment on column passage_mend.read_hash is 'Of read_text, which is too long for a key.';
comment on column passage_mend.decision is 'AS_READ: the draft takes a published decision back.';
create index passage_mend_waiting on passage_mend (organization_id, bot_id) where standing = 'DRAFT';
select taros_tenant_table('passage_mend');
select taros_bot_table('passage_mend');
