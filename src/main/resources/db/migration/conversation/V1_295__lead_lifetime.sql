-- What somebody left has a time of its own, from the last contact on.
alter table lead add column touched_at timestamptz;
alter table lead no force row level security;
alter table lead_step no force row level security;
update lead set touched_at = greatest(created_at, (
    select max(step.created_at) from lead_step step
    where step.organization_id = lead.organization_id and step.lead_id = lead.id and step.account is not null and step.kind in ('STATUS', 'ASSIGNED')));
alter table lead_step force row level security;
alter table lead force row level security;
alter table lead alter column touched_at set not null;
comment on column lead.touched_at is 'When it was left, or when a person did something with it last.';
-- Whoever decided how long conversations are kept decided it for what was left in them.
alter table retention_setting no force row level security;
insert into retention_setting (organization_id, rule, days, reason, ending, changed_at)
select organization_id, 'leads', days, reason, 'DELETION', changed_at from retention_setting where rule = 'conversations';
alter table retention_setting force row level security;
create index lead_by_touch on lead (organization_id, touched_at);
