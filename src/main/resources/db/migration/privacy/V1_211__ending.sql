-- What becomes of what is over: deleted, or summed so that it leads to nobody.
alter table retention_setting
    add column ending text not null default 'DELETION' constraint retention_setting_ending check (ending in ('DELETION', 'ANONYMISATION'));
