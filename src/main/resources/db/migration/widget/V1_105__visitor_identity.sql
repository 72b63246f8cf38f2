-- Who a visitor is, as the website they are signed in to says and signs. Sealed like everything a person is called.
create table visitor_identity
(
    organization_id uuid        not null,
    conversation_id uuid        not null,
    sealed_subject  bytea       not null,
    sealed_name     bytea,
    sealed_email    bytea,
    created_at      timestamptz not null,
    primary key (organization_id, conversation_id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade
);
comment on column visitor_identity.sealed_subject is 'The website''s own name for its user.';
select taros_tenant_table('visitor_identity');
select taros_bot_table('visitor_identity', 'exists (select from conversation c where c.organization_id = visitor_identity.organization_id and c.id = conversation_id)');

-- What the website signs with: at most two at a time, so that one can be replaced while the other works.
create table identity_secret
(
    organization_id uuid        not null,
    id              uuid        not null,
    bot_id          uuid        not null,
    sealed_secret   bytea       not null,
    secret_end      text        not null,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column identity_secret.secret_end is 'The last four characters, to tell secrets apart.';
select taros_tenant_table('identity_secret');
select taros_bot_table('identity_secret');

-- Bots that talk to nobody whom their website has not named.
create table identity_rule
(
    organization_id uuid not null,
    bot_id          uuid not null,
    primary key (organization_id, bot_id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
select taros_tenant_table('identity_rule');
select taros_bot_table('identity_rule');
