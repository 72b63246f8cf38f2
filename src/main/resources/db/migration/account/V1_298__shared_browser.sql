-- Whoever signs in where somebody else was is known at once.
create index account_device_hash on account_device (hash);
