-- What there was when the erasure of an organization began. Gone once its receipt is written.
create table erasure
(
    subject_id uuid primary key,
    row_counts jsonb       not null,
    files      int         not null,
    documents  int         not null,
    began_at   timestamptz not null
);
comment on column erasure.subject_id is 'The organization; it is not referred to, for it goes before the receipt is written.';
comment on column erasure.row_counts is 'How many rows, by table.';
select taros_shared_table('erasure');
