-- Only its owner may have a table counted. Another who counts it at present does as well.
create function taros_count_knowledge() returns void
    language plpgsql security definer set search_path from current as $$
begin
    analyze (skip_locked) source, document, passage, passage_embedding, page_blocks;
end
$$;
revoke execute on function taros_count_knowledge() from public;
grant execute on function taros_count_knowledge() to taros_app;
