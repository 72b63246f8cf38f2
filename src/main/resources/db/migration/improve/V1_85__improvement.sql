-- What somebody decided about a visitor's question: it was answered for the future, or is not worth an answer. Goes with the question.
create table improvement
(
    organization_id uuid        not null,
    question_id     uuid        not null,
    source_id       uuid,
    decided_at      timestamptz not null,
    primary key (organization_id, question_id),
    foreign key (organization_id, question_id) references message (organization_id, id) on delete cascade
);
comment on column improvement.question_id is 'The visitor''s message.';
comment on column improvement.source_id is 'The question with its answer that was added; none if it was dismissed. A source deleted since may be named.';
select taros_tenant_table('improvement');
