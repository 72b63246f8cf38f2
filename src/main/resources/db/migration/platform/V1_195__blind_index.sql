alter table organization_key add column sealed_index bytea;
comment on column organization_key.sealed_index is
    'The key of what is found without being opened, sealed like the other; none until the keys are opened next.';
