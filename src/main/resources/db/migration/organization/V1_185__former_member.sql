-- Who was removed. Without it they would be back by their address as soon as they sign in.
create table former_member
(
    organization_id uuid        not null references organization (organization_id) on delete cascade,
    account_id      uuid        not null references account (id) on delete cascade,
    address_hash    bytea       not null,
    removed_at      timestamptz not null,
    primary key (organization_id, account_id),
    constraint former_member_address_hash check (octet_length(address_hash) = 32)
);
comment on column former_member.address_hash is
    'Of organization and address: another account with the address they had then is theirs, too.';
create index former_member_address on former_member (organization_id, address_hash);
create index former_member_account on former_member (account_id);
create index former_member_removed_at on former_member (removed_at);
select taros_tenant_table('former_member');
