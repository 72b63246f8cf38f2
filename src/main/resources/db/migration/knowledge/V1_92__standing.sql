-- Whether visitors get a source, and whether it is part of the draft.
alter table source add column standing text not null default 'PUBLISHED';
alter table source alter column standing drop default;
alter table source add constraint source_standing check (standing in ('PUBLISHED', 'DRAFT', 'LEAVING'));
comment on column source.standing is 'DRAFT: only in the draft. LEAVING: published, but not in the draft.';

-- Asked with every question. There are seldom any.
create index source_waiting on source (organization_id, bot_id, standing) where standing <> 'PUBLISHED';
