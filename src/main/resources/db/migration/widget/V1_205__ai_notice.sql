-- Bots that do not say what they are, and why. Without a row a bot says it.
create table ai_notice_off
(
    organization_id uuid        not null,
    bot_id          uuid        not null,
    reason          text        not null,
    since           timestamptz not null,
    primary key (organization_id, bot_id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
select taros_tenant_table('ai_notice_off');
select taros_bot_table('ai_notice_off');

-- Every wording that visitors read, and on which days: proof that outlives the conversations, with nobody in it.
create table ai_notice
(
    organization_id uuid not null,
    bot_id          uuid not null,
    version         text not null,
    language        text,
    wording         text not null,
    primary key (organization_id, bot_id, version),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column ai_notice.version is 'The first hex digits of the SHA-256 of the wording.';
comment on column ai_notice.language is 'Absent where the owner wrote it.';
select taros_tenant_table('ai_notice');
select taros_bot_table('ai_notice');

create table ai_notice_day
(
    organization_id uuid    not null,
    bot_id          uuid    not null,
    version         text    not null,
    day             date    not null,
    conversations   integer not null,
    primary key (organization_id, bot_id, version, day),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column ai_notice_day.version is 'Or off: the bot did not say it; or none: whoever began the conversation was no widget of ours.';
comment on column ai_notice_day.day is 'In UTC.';
select taros_tenant_table('ai_notice_day');
select taros_bot_table('ai_notice_day');

-- What the visitor of one conversation read.
create table ai_notice_shown
(
    organization_id uuid not null,
    conversation_id uuid not null,
    version         text not null,
    primary key (organization_id, conversation_id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id) on delete cascade
);
select taros_tenant_table('ai_notice_shown');
select taros_bot_table('ai_notice_shown', 'exists (select from conversation c where c.organization_id = ai_notice_shown.organization_id and c.id = conversation_id)');
