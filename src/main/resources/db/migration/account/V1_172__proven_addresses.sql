-- Whether somebody has shown that mail to the address reaches the account's owner: not the first owner, who types it, and not
-- whoever was handed a link because the installation sends no mail.
alter table account
    add column address_proven_at timestamptz;
update account set address_proven_at = created_at
where exists (select from consent c where c.account_id = account.id and c.source in ('register', 'identity'))
   or exists (select from address_change a where a.account_id = account.id and a.confirmed_at is not null
       and lower(a.new_email) = lower(account.email));
