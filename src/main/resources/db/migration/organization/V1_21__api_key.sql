create table api_key
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    id              uuid        not null,
    name            text        not null,
    token_hash      bytea       not null,
    token_end       text        not null,
    scopes          text[]      not null,
    created_by      uuid,
    created_at      timestamptz not null,
    expires_at      timestamptz,
    last_used_on    date,
    revoked_at      timestamptz,
    primary key (organization_id, id),
    constraint api_key_token_once unique (organization_id, token_hash),
    constraint api_key_name check (name = btrim(name) and length(name) between 1 and 120),
    constraint api_key_scopes check (cardinality(scopes) > 0)
);
comment on column api_key.token_hash is 'SHA-256; the token has 256 random bits, so nothing slower is needed.';
comment on column api_key.token_end is 'The last four characters, to tell keys apart.';
comment on column api_key.last_used_on is 'A day, not a moment: enough to see which key is dead, and one write a day.';
select taros_tenant_table('api_key');
