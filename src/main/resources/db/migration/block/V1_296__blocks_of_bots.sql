-- Whoever is limited to some bots blocks visitors for these alone.
alter table visitor_block add column bots uuid[];
comment on column visitor_block.bots is 'Where it holds; none where it holds at all of the organization''s bots, also at those to come.';
select taros_bot_table('visitor_block', 'bots is null or bots && (select taros_bots())::uuid[]');
select taros_bot_table('visitor_block_mark', 'exists (select from visitor_block b where b.organization_id = visitor_block_mark.organization_id and b.id = block_id)');
