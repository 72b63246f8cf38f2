create index message_unanswered on message (organization_id, created_at desc) where outcome = 'UNANSWERED';
