-- Who may not write to an organization's bots, and until when; without an end until somebody lifts it.
create table visitor_block
(
    organization_id uuid        not null,
    id              uuid        not null,
    label           text        not null,
    reason          text        not null constraint visitor_block_reason check (reason in ('SPAM', 'ABUSE', 'THREATS', 'OTHER')),
    address_range   text,
    learns_address  boolean     not null,
    blocked_by      uuid,
    created_at      timestamptz not null,
    until           timestamptz,
    primary key (organization_id, id)
);
comment on column visitor_block.address_range is 'Typed by hand; a block of somebody who was met has marks instead.';
comment on column visitor_block.blocked_by is 'An account. No foreign key: accounts go before what they did.';
select taros_tenant_table('visitor_block');

-- What a blocked visitor is known again by.
create table visitor_block_mark
(
    organization_id uuid        not null,
    id              uuid        not null,
    block_id        uuid        not null,
    kind            text        not null constraint visitor_block_mark_kind check (kind in ('CONVERSATION', 'ADDRESS', 'EMAIL', 'SUBJECT')),
    sealed_digest   bytea       not null,
    mark            bytea       not null,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, block_id) references visitor_block (organization_id, id) on delete cascade,
    constraint visitor_block_mark_once unique (organization_id, block_id, mark)
);
comment on column visitor_block_mark.mark is 'A keyed hash of the digest, which is sealed beside it so that a newer key can be used.';
create index visitor_block_mark_found on visitor_block_mark (organization_id, mark);
select taros_tenant_table('visitor_block_mark');
