package io.taros.privacy;

/**
 * One thing for each rule of retention, with what belongs to it, counted from {@code :at} or, where
 * only the day is kept, {@code :day}.
 */
final class DrillRows {
    private static final String BOT =
            "(select id from bot where organization_id = :organization order by name offset :odd limit 1)";

    static final String CONVERSATION =
            """
            with chat as (
                insert into conversation (organization_id, id, bot_id, token_hash, state, state_since, language, created_at, last_message_at)
                values (:organization, :id, %s, sha256(:id::text::bytea), 'BOT', :at, 'da', :at, :at) returning *
            ), asked as (
                insert into message (organization_id, id, conversation_id, sequence, role, sealed_text, created_at)
                select organization_id, gen_random_uuid(), id, 1, 'VISITOR', 'x', :at from chat returning *
            ), replied as (
                insert into message (organization_id, id, conversation_id, sequence, role, sealed_text, outcome, reliability, created_at)
                select organization_id, gen_random_uuid(), id, 2, 'BOT', 'x', 'ANSWERED', 0.9, :at from chat
            ), turned as (
                insert into turn (organization_id, message_id, conversation_id, sequence, status, opened_at, closed_at)
                select organization_id, id, conversation_id, 1, 'ANSWERED', :at, :at from asked
            ), improved as (
                insert into improvement (organization_id, question_id, decided_at) select organization_id, id, :at from asked
            ), agreed as (
                insert into visitor_consent (organization_id, conversation_id, wording, given_at) select organization_id, id, 'x', :at from chat
            ), told as (
                insert into ai_notice_shown (organization_id, conversation_id, version) select organization_id, id, 'x' from chat
            ), summed as (
                insert into conversation_summary (organization_id, id, conversation_id, status) select organization_id, gen_random_uuid(), id, 'FAILED' from chat
            ), left_by as (
                insert into lead (organization_id, id, conversation_id, bot_id, created_at, touched_at)
                select organization_id, gen_random_uuid(), id, bot_id, :at, :at::timestamptz + interval '5 years' from chat returning *
            ), worked_on as (
                insert into lead_progress (organization_id, lead_id, conversation_id, bot_id, status, created_at)
                select organization_id, id, conversation_id, bot_id, 'WON', :at from left_by returning *
            )
            insert into lead_step (organization_id, id, lead_id, kind, status, created_at)
            select organization_id, gen_random_uuid(), lead_id, 'STATUS', 'WON', :at from worked_on
            """
                    .formatted(BOT);

    static final String LEAD =
            """
            with chat as (
                insert into conversation (organization_id, id, bot_id, token_hash, state, state_since, language, created_at, last_message_at)
                values (:organization, :id, %s, sha256(:id::text::bytea), 'BOT', :at, 'da', :at, :at) returning *
            ), left_by as (
                insert into lead (organization_id, id, conversation_id, bot_id, created_at, touched_at)
                select organization_id, gen_random_uuid(), id, bot_id, :at, :at from chat returning *
            ), worked_on as (
                insert into lead_progress (organization_id, lead_id, conversation_id, bot_id, status, created_at)
                select organization_id, id, conversation_id, bot_id, 'WON', :at from left_by returning *
            )
            insert into lead_step (organization_id, id, lead_id, kind, status, created_at)
            select organization_id, gen_random_uuid(), lead_id, 'STATUS', 'WON', :at from worked_on
            """
                    .formatted(BOT);

    static final String MONTH =
            """
            insert into language_month (organization_id, bot_id, month, language, conversations, answered, unanswered, handed_over, score_bins)
            values (:organization, %s, date_trunc('month', :day::timestamp)::date, 'n' || :number, 9, 9, 0, 0, array_fill(0, array[10]))
            """
                    .formatted(BOT);

    static final String GOLDEN_RUN =
            """
            with run as (
                insert into golden_run (organization_id, id, bot_id, edition, status, created_at, finished_at)
                values (:organization, :id, %s, 'PUBLISHED', 'FINISHED', :at, :at) returning *
            )
            insert into golden_result (organization_id, run_id, question_id, position, sealed_question)
            select organization_id, id, gen_random_uuid(), n, 'x' from run, generate_series(1, 3) n
            """
                    .formatted(BOT);

    static final String BOT_DAY =
            "insert into bot_day (organization_id, bot_id, day) values (:organization, %s, :day)"
                    .formatted(BOT);

    static final String ANSWER_COUNT =
            "insert into answer_count (organization_id, bot_id, day, visitor, answers) values (:organization, %s, :day, :id::text::bytea, 3)"
                    .formatted(BOT);

    static final String BLOCK =
            """
            insert into visitor_block (organization_id, id, label, reason, learns_address, created_at, until)
            values (:organization, :id, '', 'SPAM', false, :at, :at)
            """;

    static final String BLOCKED_ADDRESS =
            """
            with made as (
                insert into visitor_block (organization_id, id, label, reason, learns_address, created_at)
                values (:organization, :id, '', 'SPAM', true, :at) returning *
            )
            insert into visitor_block_mark (organization_id, id, block_id, kind, sealed_digest, mark, created_at)
            select organization_id, gen_random_uuid(), id, 'ADDRESS', 'x', 'x', :at from made
            """;

    static final String BOT_TALLY =
            "insert into bot_tally (organization_id, bot_id, day, kind, name) values (:organization, %s, :day, 'PAGE', '/')"
                    .formatted(BOT);

    static final String JUDGED =
            """
            insert into judged_answer (organization_id, bot_id, subject, kind, score, is_right, judged_on)
            values (:organization, %s, :id, 'RATING', 0.5, true, :day)
            """
                    .formatted(BOT);

    static final String DELIVERY =
            """
            with channel as (
                insert into notification_channel (organization_id, id, kind, name, sealed_url, events, created_at)
                values (:organization, :id, 'SLACK', 'Room', '\\x00', '{HANDOVER}', :at) returning organization_id, id)
            insert into notification_delivery (organization_id, id, channel_id, event, status, created_at)
            select organization_id, id, id, 'TEST', 'DELIVERED', :at from channel
            """;

    static final String PUSH_DEVICE =
            """
            insert into push_device (organization_id, id, account_id, family, browser, endpoint_hash, sealed_subscription, created_at, alive_at)
            select organization_id, :id, account_id, 'Firefox', 'x', sha256(:id::text::bytea), 'x', :at, :at
            from member where organization_id = :organization limit 1
            """;

    static final String NOTICE_DAY =
            """
            insert into ai_notice_day (organization_id, bot_id, version, day, conversations)
            values (:organization, %s, 'n' || :number, :day, 1)
            """
                    .formatted(BOT);

    static final String TRANSCRIPT_REQUEST =
            """
            with chat as (
                insert into conversation (organization_id, id, bot_id, token_hash, state, state_since, language, created_at, last_message_at)
                values (:organization, :id, %s, sha256(:id::text::bytea), 'BOT', now() + interval '9 years', 'da', :at, now() + interval '9 years')
                returning *
            )
            insert into transcript_request (organization_id, id, conversation_id, sealed_email, is_confirmed, created_at)
            select organization_id, gen_random_uuid(), id, 'x', false, :at from chat
            """
                    .formatted(BOT);

    static final String SELF_SERVICE =
            """
            insert into self_service_day (organization_id, day, kind, times)
            values (:organization, :day, (array['DOWNLOAD', 'ERASURE'])[:odd + 1], 1)
            """;

    static final String INVITATION =
            """
            insert into invitation (organization_id, id, email, role, invited_by, created_at, expires_at, is_mailed)
            values (:organization, :id, 'n' || :number || '@drill.example', 'AGENT', :id, :at, :at, false)
            """;

    static final String FORMER_MEMBER =
            """
            insert into former_member (organization_id, id, sealed_address_hash, removed_at)
            values (:organization, :id, 'x', :at)
            """;

    static final String API_KEY =
            """
            insert into api_key (organization_id, id, name, token_hash, token_end, scopes, created_at, revoked_at)
            values (:organization, :id, 'n', sha256(:id::text::bytea), 'x', array['bots:read'], :at, :at)
            """;

    static final String CLIENT_VISIT =
            """
            with managed as (
                insert into client (organization_id, partner_id, since) values (:organization, :id, :at)
                on conflict do nothing
            )
            insert into client_visit (organization_id, account_id, entered_at) values (:organization, :id, :at)
            """;

    static final String STAFF_ACCESS =
            """
            with access as (
                insert into staff_access (organization_id, id, asked_at) values (:organization, :id, :at) returning *
            )
            insert into staff_visit (organization_id, access_id, account_id, entered_at)
            select organization_id, id, id, :at from access
            """;

    static final String IDEMPOTENCY_KEY =
            """
            insert into idempotency_key (organization_id, caller, key, request_hash, started_at)
            values (:organization, 'drill', :id::text, 'x', :at)
            """;

    static final String CALL =
            """
            insert into egress_call (organization_id, id, at, purpose, vendor, host, area, data, calls, sent_bytes, received_bytes, outcome)
            values (:organization, :id, :at, 'MAIL', 'drill', 'drill.example', 'EU', '{}', 1, 0, 0, 'ANSWERED')
            """;

    static final String SUBJECT_REQUEST =
            """
            insert into subject_request (organization_id, id, number, kind, sought_by, received_on, due_on, opened_at, outcome, closed_at)
            values (:organization, :id, :number, 'ACCESS', 'EMAIL', :day, :day, :at, 'DONE', :at)
            """;

    static final String SUBJECT_EXPORT =
            """
            with request as (
                insert into subject_request (organization_id, id, number, kind, sought_by, received_on, due_on, opened_at)
                values (:organization, :id, 1000 + :number, 'ACCESS', 'EMAIL', :day, :day, :at) returning *
            ), copy as (
                insert into subject_export (organization_id, id, request_id, thread_ids, asked_at, expires_at)
                select organization_id, id, id, '{}', :at, :at from request returning *
            )
            insert into subject_export_part (organization_id, export_id, position, sealed_bytes)
            select organization_id, id, 1, 'x' from copy
            """;

    static final String LEGAL_HOLD =
            """
            with hold as (
                insert into legal_hold (organization_id, id, is_whole, sealed_reason, placed_at, until)
                values (:organization, :id, false, 'x', :at::timestamptz - interval '1 day', :at) returning *
            )
            insert into legal_hold_thread (organization_id, hold_id, thread_id)
            select organization_id, id, gen_random_uuid() from hold
            """;

    static final String FINANCIAL_RECORD =
            """
            insert into financial_record (organization_id, id, number, kind, issued_on, net, tax, currency, law, keep_until, sealed_buyer)
            values (gen_random_uuid(), :id, :number::text, 'INVOICE', :day::date - 2000, 100, 25, 'DKK', 'BOOKKEEPING', :day, 'x')
            """;

    static final String APPLICATION =
            """
            insert into job_application (id, job, sealed_name, sealed_contact, sealed_cv, received_at, ends_at)
            values (:id, 'Gardener', 'x', 'x', 'x', :at, :at)
            """;

    static final String CONTACT_MESSAGE =
            """
            insert into contact_message (id, sealed_name, sealed_email, sealed_text, language, received_at, ends_at)
            values (:id, :name, :email, :text, 'da', :at, :at)
            """;

    static final String REGISTRATION =
            """
            insert into registration (id, email, name, locale, password_hash, texts_version, marketing, created_at, expires_at)
            values (:id, 'n@drill.example', 'N', 'da', 'x', '1', false, :at, :at)
            """;

    static final String LINK =
            """
            insert into account_link (hash, purpose, subject_id, expires_at)
            values (sha256(:id::text::bytea), 'PASSWORD', :id, :at)
            """;

    static final String ADDRESS_CHANGE =
            """
            insert into address_change (id, account_id, old_email, new_email, asked_at)
            values (:id, (select id from account where email = 'owner@acme.example'), 'a@drill.example', 'b@drill.example', :at)
            """;

    static final String DEVICE =
            """
            insert into account_device (id, account_id, hash, family, first_seen, last_seen)
            values (:id, (select id from account where email = 'owner@acme.example'), sha256(:id::text::bytea), 'x', :at, :at)
            """;

    private DrillRows() {}
}
