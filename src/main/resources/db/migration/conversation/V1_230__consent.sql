-- The sentence a visitor agreed to before the first word, as it was shown, and when: proof that goes with the conversation.
create table visitor_consent
(
    organization_id uuid        not null,
    conversation_id uuid        not null,
    wording         text        not null,
    given_at        timestamptz not null,
    primary key (organization_id, conversation_id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade
);
select taros_tenant_table('visitor_consent');
select taros_bot_table('visitor_consent', 'exists (select from conversation c where c.organization_id = visitor_consent.organization_id and c.id = conversation_id)');
