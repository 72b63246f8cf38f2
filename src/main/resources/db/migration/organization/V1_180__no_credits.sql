-- There is no billing and nothing is counted in credits: what nobody reads or sets promises nothing.
alter table organization drop column credits_per_month;
