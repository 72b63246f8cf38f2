-- No rule was ever written down as just that.
alter table conversation drop constraint conversation_handover_reason;
alter table conversation add constraint conversation_handover_reason check (handover_reason in
    ('VISITOR_ASKED', 'NO_ANSWER', 'NOT_RELIABLE', 'TOPIC', 'SENTIMENT', 'BOT_FAILED', 'USAGE_LIMIT'));
alter table message drop constraint message_why;
alter table message add constraint message_why check (why in
    ('RELIABLE', 'COURTESY', 'SOMETHING_CLOSE', 'NOTHING_FOUND', 'NOT_RELIABLE_ENOUGH', 'NOTHING_SUPPORTED', 'ASKED_BACK_BEFORE', 'PERSON_WANTED', 'RULE'));
