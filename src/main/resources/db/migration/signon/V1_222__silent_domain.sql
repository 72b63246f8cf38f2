alter table organization_domain add column silent_since timestamptz;
comment on column organization_domain.silent_since is
    'Since when no name server answers; null while one does. Long enough, and its record counts as not found.';
