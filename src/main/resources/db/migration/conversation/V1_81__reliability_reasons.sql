alter table message add column reasons text[] not null default '{}';
comment on column message.reasons is 'Why the reliability is what it is: names of sentences, nothing of what was said.';
