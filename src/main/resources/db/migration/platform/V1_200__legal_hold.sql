-- What must not be removed for a while, whatever rule or wish says so. Every hold has an end.
create table legal_hold
(
    organization_id uuid        not null,
    id              uuid        not null,
    is_whole        boolean     not null,
    sealed_reason   bytea       not null,
    placed_by       uuid,
    placed_at       timestamptz not null,
    until           timestamptz not null,
    lifted_at       timestamptz,
    primary key (organization_id, id),
    constraint legal_hold_end check (until > placed_at)
);
comment on column legal_hold.is_whole is 'On everything the organization has; otherwise on the threads named beside it.';
comment on column legal_hold.placed_by is 'An account. No name: erasing the account leaves the hold.';
select taros_tenant_table('legal_hold');

create table legal_hold_thread
(
    organization_id uuid not null,
    hold_id         uuid not null,
    thread_id       uuid not null,
    primary key (organization_id, hold_id, thread_id),
    foreign key (organization_id, hold_id) references legal_hold (organization_id, id) on delete cascade
);
comment on column legal_hold_thread.thread_id is 'A conversation. No foreign key: the platform knows none.';
select taros_tenant_table('legal_hold_thread');
