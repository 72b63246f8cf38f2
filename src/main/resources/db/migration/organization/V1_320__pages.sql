alter table organization add column max_pages int constraint organization_max_pages check (max_pages > 0);
comment on column organization.max_pages is 'How many pages its bots learn from at most; null for what the installation allows.';
