-- Whoever is limited to some bots blocks visitors for these alone.
alter table visitor_block add column bots uuid[];
comment on column visitor_block.bots is 'Where it holds; none where it holds at all of the organization''s bots, also at those to come.';
select taros_bot_table('visitor_block', 'bots is null or bots && (select taros_bots())::uuid[]');
select taros_bot_table('visitor_block_mark', 'exists (select from visitor_block b where b.organization_id = visitor_block_mark.organization_id and b.id = block_id)');

-- A block of bots that are gone would look as if it held everywhere.
create function visitor_block_without_bot() returns trigger language plpgsql as
$$
begin
    delete from visitor_block where bots = array[old.id];
    update visitor_block set bots = array_remove(bots, old.id) where old.id = any(bots);
    return null;
end
$$;
create trigger visitor_block_without_bot after delete on bot for each row execute function visitor_block_without_bot();
