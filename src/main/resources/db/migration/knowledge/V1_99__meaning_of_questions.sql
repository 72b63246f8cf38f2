-- The vector of a manual question takes in its answer, too: its key is the hash of both, each with its length in front.
-- The owner of the tables must see the rows for once.
alter table passage no force row level security;
alter table document no force row level security;

create function pg_temp.with_length(part text) returns bytea
    language sql immutable as
$$
select convert_to(octet_length(convert_to(part, 'UTF8')) || ':' || part, 'UTF8')
$$;

update passage
set embedding_hash = sha256(pg_temp.with_length(text) || pg_temp.with_length(text || E'\n' || answer))
where kind = 'QUESTION';

update document d
set indexed_at = null
where exists (select 1 from passage p
              where p.organization_id = d.organization_id and p.document_id = d.id and p.kind = 'QUESTION');

alter table passage force row level security;
alter table document force row level security;
