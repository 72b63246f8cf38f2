create table page_blocks
(
    organization_id uuid     not null,
    document_id     uuid     not null,
    source_id       uuid     not null,
    blocks          bigint[] not null,
    margin          text[]   not null,
    left_out        bigint[] not null,
    told            text[]   not null,
    constraint page_blocks_pk primary key (organization_id, document_id),
    constraint page_blocks_document foreign key (organization_id, document_id)
        references document (organization_id, id) on delete cascade
);
comment on table page_blocks is 'What a page of a site is made of, so that what stands on many of them is taught once.';
comment on column page_blocks.blocks is 'The beginnings of the hashes of its blocks of text.';
comment on column page_blocks.margin is 'What stands below the page, as below others of the site.';
comment on column page_blocks.left_out is 'Of blocks, those that another page teaches.';
comment on column page_blocks.told is 'Of margin, what this page teaches.';
create index page_blocks_of_source on page_blocks (organization_id, source_id, document_id);
select taros_tenant_table('page_blocks');
select taros_bot_table('page_blocks', 'exists (select from document d where d.organization_id = page_blocks.organization_id and d.id = document_id)');
