-- A member may be limited to some of the organization's bots. The limit is kept by the database, like the organization itself:
-- the transaction says which bots there are, and what belongs to another one is not found.

-- The bots of the limit; null where there is none.
create function taros_bots() returns uuid[]
    language sql stable parallel safe as
$$
select nullif(current_setting('taros.bots', true), '')::uuid[]
$$;

-- Every table whose rows are a bot's is declared by one call: the condition says of a row whose it is.
create function taros_bot_table(t regclass, condition text default 'bot_id = any ((select taros_bots())::uuid[])') returns void
    language plpgsql as
$$
begin
    execute format('create policy bots on %s as restrictive to taros_app using ((select taros_bots()) is null or %s)', t, condition);
end
$$;

select taros_bot_table('bot', 'id = any ((select taros_bots())::uuid[])');
select taros_bot_table('bot_draft');
select taros_bot_table('publication');
select taros_bot_table('bot_day');
select taros_bot_table('source');
select taros_bot_table('document');
select taros_bot_table('passage', 'exists (select from document d where d.organization_id = passage.organization_id and d.id = document_id)');
select taros_bot_table('question_answer', 'exists (select from source s where s.organization_id = question_answer.organization_id and s.id = source_id)');
select taros_bot_table('conversation');
select taros_bot_table('message', 'exists (select from conversation c where c.organization_id = message.organization_id and c.id = conversation_id)');
select taros_bot_table('turn', 'exists (select from conversation c where c.organization_id = turn.organization_id and c.id = conversation_id)');
select taros_bot_table('stream_event', 'exists (select from conversation c where c.organization_id = stream_event.organization_id and c.id = conversation_id)');
select taros_bot_table('rating', 'exists (select from conversation c where c.organization_id = rating.organization_id and c.id = conversation_id)');
select taros_bot_table('lead');
select taros_bot_table('improvement', 'exists (select from message m where m.organization_id = improvement.organization_id and m.id = question_id)');
select taros_bot_table('golden_question');
select taros_bot_table('golden_run');
select taros_bot_table('golden_result', 'exists (select from golden_run r where r.organization_id = golden_result.organization_id and r.id = run_id)');
select taros_bot_table('golden_night');
