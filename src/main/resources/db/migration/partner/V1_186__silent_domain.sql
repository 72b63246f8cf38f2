alter table partner_domain add column silent_since timestamptz;
comment on column partner_domain.silent_since is
    'Since when no name server answers; null while one does. Long enough, and it counts as missed.';
