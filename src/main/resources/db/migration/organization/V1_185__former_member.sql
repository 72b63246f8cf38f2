-- Who was removed. Without it they would be back by their address as soon as they sign in.
create table former_member
(
    organization_id     uuid        not null references organization (organization_id) on delete cascade,
    id                  uuid        not null,
    account_id          uuid        references account (id) on delete set null,
    sealed_address_hash bytea       not null,
    removed_at          timestamptz not null,
    primary key (organization_id, id),
    constraint former_member_once unique (organization_id, account_id)
);
comment on column former_member.account_id is 'None when the account is erased: whoever signs up again with the address is them.';
comment on column former_member.sealed_address_hash is
    'Of organization and address, sealed: few addresses are long enough to be safe behind a hash alone.';
create index former_member_account on former_member (account_id);
create index former_member_removed_at on former_member (removed_at);
select taros_tenant_table('former_member');
