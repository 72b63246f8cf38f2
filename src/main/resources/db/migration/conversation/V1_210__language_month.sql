-- What conversations that were made anonymous came to, in sums: no message, no conversation, no visitor and no moment, so a row is
-- about nobody. Once a month is over none of its rows is about fewer than five conversations.
create table language_month
(
    organization_id uuid  not null,
    bot_id          uuid  not null,
    month           date  not null constraint language_month_first check (extract(day from month) = 1),
    language        text  not null,
    conversations   int   not null,
    answered        int   not null,
    unanswered      int   not null,
    handed_over     int   not null,
    score_bins      int[] not null constraint language_month_bins check (cardinality(score_bins) = 10),
    primary key (organization_id, bot_id, month, language),
    foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on column language_month.month is 'Of the last words, in UTC.';
comment on column language_month.language is 'Empty where several were put together.';
comment on column language_month.score_bins is 'How many scores lay in each tenth, 0 to 1.';
select taros_tenant_table('language_month');
select taros_bot_table('language_month');
