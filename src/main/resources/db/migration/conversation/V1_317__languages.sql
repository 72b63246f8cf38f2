-- What the page is in says little of what its visitors write.
alter table conversation add column speaks text;
comment on column conversation.speaks is 'ISO 639-1 of what the visitor writes, since the bot has replied; the mails about it and what the system says are in it.';
alter table message drop constraint message_why;
alter table message add constraint message_why check (why in
    ('RELIABLE', 'COURTESY', 'SOMETHING_CLOSE', 'NOTHING_FOUND', 'NOT_RELIABLE_ENOUGH', 'NOTHING_SUPPORTED', 'ASKED_BACK_BEFORE', 'PERSON_WANTED', 'RULE',
     'OTHER_LANGUAGE'));
