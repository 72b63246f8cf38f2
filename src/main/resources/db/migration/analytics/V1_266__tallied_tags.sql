alter table bot_tally
    drop constraint bot_tally_kind,
    add constraint bot_tally_kind check (kind in
        ('LANGUAGE', 'PAGE', 'HANDOVER', 'ENDING', 'CHAT_RATING', 'ANSWER_RATING', 'FIRST_REPLY', 'SETTLED', 'TAG'));
