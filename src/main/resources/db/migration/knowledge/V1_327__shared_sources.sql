create table source_share
(
    organization_id uuid not null,
    source_id       uuid not null,
    bot_id          uuid not null,
    constraint source_share_pk primary key (organization_id, bot_id, source_id),
    constraint source_share_source foreign key (organization_id, source_id) references source (organization_id, id) on delete cascade,
    constraint source_share_bot foreign key (organization_id, bot_id) references bot (organization_id, id) on delete cascade
);
comment on table source_share is 'A further bot that uses a source of another one''s. What it uses is published; drafts are each bot''s own.';
create index source_share_of_source on source_share (organization_id, source_id);
select taros_tenant_table('source_share');
select taros_bot_table('source_share');

-- What a bot is lent is read by whoever may see that bot, and written by those alone who may see the bot it belongs to.
create function taros_lent_table(t regclass, lent text, own text default 'bot_id = any ((select taros_bots())::uuid[])') returns void
    language plpgsql as
$$
begin
    execute format('drop policy bots on %s', t);
    execute format('create policy bots on %s as restrictive for select to taros_app using ((select taros_bots()) is null or %s or %s)', t, own, lent);
    execute format('create policy bots_add on %s as restrictive for insert to taros_app with check ((select taros_bots()) is null or %s)', t, own);
    execute format('create policy bots_change on %s as restrictive for update to taros_app using ((select taros_bots()) is null or %s)', t, own);
    execute format('create policy bots_remove on %s as restrictive for delete to taros_app using ((select taros_bots()) is null or %s)', t, own);
end
$$;

select taros_lent_table('source', 'exists (select from source_share h where h.organization_id = source.organization_id and h.source_id = source.id)');
select taros_lent_table('document', 'exists (select from source_share h where h.organization_id = document.organization_id and h.source_id = document.source_id)');
select taros_lent_table('passage',
    'exists (select from document d where d.organization_id = passage.organization_id and d.id = document_id)',
    'exists (select from document d where d.organization_id = passage.organization_id and d.id = document_id and d.bot_id = any ((select taros_bots())::uuid[]))');

-- What nobody needs to answer stays with the bot it belongs to.
drop policy bots on question_answer;
select taros_bot_table('question_answer', 'exists (select from source s where s.organization_id = question_answer.organization_id and s.id = source_id and s.bot_id = any ((select taros_bots())::uuid[]))');
drop policy bots on page_blocks;
select taros_bot_table('page_blocks', 'exists (select from document d where d.organization_id = page_blocks.organization_id and d.id = document_id and d.bot_id = any ((select taros_bots())::uuid[]))');

-- Whether whoever asks may see a bot, where the rows of another one's are read, too.
create function taros_sees_bot(bot uuid) returns boolean
    language sql stable parallel safe as
$$
select taros_bots() is null or bot = any (taros_bots())
$$;
