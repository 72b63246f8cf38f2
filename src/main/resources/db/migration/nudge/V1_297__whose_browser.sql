-- A browser is told something as long as its member is signed in there.
alter table push_device add column browser text not null default '';
alter table push_device alter column browser drop default;
comment on column push_device.browser is 'What its cookie for devices hashes to; empty for one of before, which goes with the next signing out.';
create index push_device_browser on push_device (browser);
create index push_device_of on push_device (account_id);
