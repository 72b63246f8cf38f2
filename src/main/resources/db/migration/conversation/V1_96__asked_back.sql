alter table message
    add column why text constraint message_why check (why in
        ('RELIABLE', 'COURTESY', 'SOMETHING_CLOSE', 'NOTHING_FOUND', 'NOT_RELIABLE_ENOUGH', 'NOTHING_SUPPORTED', 'ASKED_BACK_BEFORE', 'PERSON_WANTED')),
    add column sealed_choices bytea;
comment on column message.why is 'Why the question ended as it did; each reason belongs to one decision. None of what was said before this was kept.';
comment on column message.sealed_choices is 'What was offered where the bot asked back.';
