-- What is kept and nothing else: a person asked for restriction (GDPR Art. 18). Several requests may be about one conversation.
create table conversation_restriction
(
    organization_id uuid        not null,
    conversation_id uuid        not null,
    request_id      uuid        not null,
    restricted_at   timestamptz not null,
    primary key (organization_id, conversation_id, request_id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade
);
comment on column conversation_restriction.request_id is 'A data subject request. No foreign key: that module depends on this one.';
create index conversation_restriction_request on conversation_restriction (organization_id, request_id);
select taros_tenant_table('conversation_restriction');
select taros_bot_table('conversation_restriction', 'exists (select from conversation c where c.organization_id = conversation_restriction.organization_id and c.id = conversation_id)');
