-- A visitor wants their chat by mail. It goes to an address that was left in this very conversation, or to one whose reader
-- confirms it by a link; a request that nobody confirmed is over after a day, one that was sent at once.
create table transcript_request
(
    organization_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    sealed_email    bytea       not null,
    secret_hash     bytea,
    is_confirmed    boolean     not null,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade
);
comment on column transcript_request.secret_hash is 'Of the link that was mailed last; none before, and where none is needed.';
create index transcript_request_conversation on transcript_request (organization_id, conversation_id);
create index transcript_request_link on transcript_request (organization_id, secret_hash);
select taros_tenant_table('transcript_request');
select taros_bot_table('transcript_request', 'exists (select from conversation c where c.organization_id = transcript_request.organization_id and c.id = conversation_id)');
