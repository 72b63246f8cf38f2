-- The form that a bot asks visitors with, as its owner made it; a bot without one asks with ours.
create table lead_form
(
    organization_id uuid        not null,
    bot_id          uuid        not null,
    form            json        not null,
    updated_at      timestamptz not null,
    primary key (organization_id, bot_id),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column lead_form.form is 'As it was written: the order of its languages says which stands in for a missing one.';
select taros_tenant_table('lead_form');
select taros_bot_table('lead_form');

-- Every wording that visitors were ever asked to agree to.
create table lead_consent_text
(
    organization_id uuid        not null,
    bot_id          uuid        not null,
    version         integer     not null,
    language        text        not null,
    wording         text        not null,
    since           timestamptz not null,
    primary key (organization_id, bot_id, version, language),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
select taros_tenant_table('lead_consent_text');
select taros_bot_table('lead_consent_text');

-- How far people are with a lead. What was left lies with the conversation, and so does how long all of it is kept.
create table lead_progress
(
    organization_id uuid        not null,
    lead_id         uuid        not null,
    conversation_id uuid        not null,
    bot_id          uuid        not null,
    status          text        not null constraint lead_progress_status check (status in
        ('NEW', 'CONTACTED', 'QUALIFIED', 'WON', 'LOST', 'SPAM')),
    assignee        uuid,
    merged_into     uuid,
    created_at      timestamptz not null,
    primary key (organization_id, lead_id),
    foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade,
    foreign key (organization_id, merged_into) references lead_progress (organization_id, lead_id) on delete set null (merged_into),
    constraint lead_progress_merged check (merged_into <> lead_id)
);
create index lead_progress_merged_into on lead_progress (organization_id, merged_into) where merged_into is not null;
comment on column lead_progress.assignee is 'The account of the member who sees to it.';
comment on column lead_progress.merged_into is 'The lead it is shown with. Nothing moves there: what was left and agreed to stays here, and where that lead goes, this one is on its own again.';
select taros_tenant_table('lead_progress');
select taros_bot_table('lead_progress');

alter table lead no force row level security;
alter table lead_progress no force row level security;
insert into lead_progress (organization_id, lead_id, conversation_id, bot_id, status, created_at)
select organization_id, id, conversation_id, bot_id, 'NEW', created_at from lead;
alter table lead_progress force row level security;
alter table lead force row level security;

create table lead_step
(
    organization_id uuid        not null,
    id              uuid        not null,
    lead_id         uuid        not null,
    kind            text        not null constraint lead_step_kind check (kind in ('STATUS', 'ASSIGNED', 'MERGED', 'TAKEN_APART')),
    status          text,
    assignee        uuid,
    account         uuid,
    sealed_note     bytea,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, lead_id) references lead_progress (organization_id, lead_id) on delete cascade
);
create index lead_step_lead on lead_step (organization_id, lead_id);
comment on column lead_step.account is 'Of whoever did it; none of programs.';
select taros_tenant_table('lead_step');
select taros_bot_table('lead_step', 'exists (select from lead_progress p where p.organization_id = lead_step.organization_id and p.lead_id = lead_step.lead_id)');
