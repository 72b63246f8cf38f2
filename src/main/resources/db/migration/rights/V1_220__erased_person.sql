-- Whom an erasure is about, for it to go on with after a crash, when who is gone cannot be found any more; forgotten with the request.
alter table subject_request
    add column sealed_person bytea,
    add column sought_bot    uuid,
    add constraint subject_request_forgets_person check (closed_at is null or sealed_person is null);
comment on column subject_request.sealed_person is 'Ids of conversations and telling words, as JSON; from the beginning of an erasure to the end of the request.';
comment on column subject_request.sought_bot is 'Whose website gave its user the name that is looked for.';
