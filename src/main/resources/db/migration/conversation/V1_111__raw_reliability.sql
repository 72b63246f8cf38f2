alter table message add column raw_reliability double precision;
comment on column message.raw_reliability is 'The score before the bot''s calibration; none where there was no calibration to change it.';
