-- The last answer that its owner lets a bot give in a day.
alter table notification_delivery
    drop constraint notification_delivery_event,
    add constraint notification_delivery_event check (event in
        ('CONVERSATION_STARTED', 'HANDOVER', 'CONVERSATION_ASSIGNED', 'CONVERSATION_RESOLVED', 'CONVERSATION_CLOSED', 'CONVERSATION_REOPENED',
         'MESSAGE_CREATED', 'ANSWER_LOW_CONFIDENCE', 'ANSWER_RATED', 'LEAD_CREATED', 'CONSENT_CHANGED', 'SOURCE_SYNCED', 'SOURCE_FAILED', 'PRIVACY_ERASED',
         'BOT_LIMIT_REACHED', 'TEST'));
