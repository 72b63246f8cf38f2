package io.taros.knowledge;

import static java.util.stream.Collectors.toMap;

import io.taros.platform.security.Tenancy;
import io.taros.search.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What pages of a site have in common. A block that stands on many of them is told by one, the
 * nearest to the start page; of what stands below them, every block is.
 */
@Repository
@Transactional
class Commons {
    /** So many pages, and one in five: a template, and not two pages that quote the same. */
    private static final int MANY = 5;

    private static final int ONE_IN = 5;

    private static final String PAGES =
            """
            with page as (
                select d.id, d.depth, b.blocks, b.margin, b.left_out, b.told from page_blocks b
                join document d on d.organization_id = b.organization_id and d.id = b.document_id
                where b.source_id = :source and d.content_hash is not null)
            """;

    private final JdbcClient jdbc;

    Commons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Page(DocumentId id, PageBlocks blocks) {}

    /** Who tells what is common. */
    record Tellers(Map<Long, DocumentId> blocks, Map<String, DocumentId> margins) {
        PageBlocks of(Page page) {
            Set<Long> leftOut = new HashSet<>();
            for (Long block : page.blocks().blocks()) {
                DocumentId teller = blocks.get(block);
                if (teller != null && !teller.equals(page.id())) {
                    leftOut.add(block);
                }
            }
            List<String> told =
                    page.blocks().margin().stream()
                            .filter(block -> page.id().equals(margins.get(block)))
                            .toList();
            return page.blocks().telling(leftOut, told);
        }
    }

    /** The latest of those that are read, the last of them last. */
    @Transactional(readOnly = true)
    public List<Page> latest(Source.Id source, int limit) {
        return jdbc.sql(
                        PAGES
                                + """
                                select id, blocks, margin, left_out, told from page
                                where id in (select id from page order by id desc limit :limit) order by id
                                """)
                .param("source", source)
                .param("limit", limit)
                .query(Commons::page)
                .list();
    }

    static boolean isCommon(int having, int pages) {
        return having >= Math.max(MANY, pages / ONE_IN);
    }

    public void keep(Source.Id source, DocumentId page, PageBlocks blocks) {
        jdbc.sql(
                        """
                        insert into page_blocks (organization_id, document_id, source_id, blocks, margin, left_out, told)
                        values (:organization, :page, :source, :blocks, :margin, :leftOut, :told)
                        on conflict on constraint page_blocks_pk do update set blocks = excluded.blocks,
                            margin = excluded.margin, left_out = excluded.left_out, told = excluded.told
                        """)
                .param("organization", Tenancy.organization())
                .param("page", page)
                .param("source", source)
                .param("blocks", blocks.blocks())
                .param("margin", blocks.margin())
                .param("leftOut", blocks.leftOut())
                .param("told", blocks.told())
                .update();
    }

    /**
     * The page says what it said, and is taught as it was; what stands below it may have changed.
     */
    public void note(Source.Id source, DocumentId page, PageBlocks blocks) {
        jdbc.sql(
                        """
                        insert into page_blocks (organization_id, document_id, source_id, blocks, margin, left_out, told)
                        values (:organization, :page, :source, :blocks, :margin, '{}', '{}')
                        on conflict on constraint page_blocks_pk do update set margin = excluded.margin
                        """)
                .param("organization", Tenancy.organization())
                .param("page", page)
                .param("source", source)
                .param("blocks", blocks.blocks())
                .param("margin", blocks.margin())
                .update();
    }

    /** The page is no more, or says nothing. */
    public void forget(DocumentId page) {
        jdbc.sql("delete from page_blocks where document_id = :page").param("page", page).update();
    }

    @Transactional(readOnly = true)
    public Tellers tellers(Source.Id source) {
        var blocks =
                jdbc.sql(
                                PAGES
                                        + """
                                        select block, (array_agg(id order by depth, id))[1] as id
                                        from page, unnest(page.blocks) as block group by block
                                        having count(*) >= greatest(:many, (select count(*) from page) / :oneIn)
                                        """)
                        .param("source", source)
                        .param("many", MANY)
                        .param("oneIn", ONE_IN)
                        .query((row, number) -> Map.entry(row.getLong("block"), id(row)))
                        .list();
        var margins =
                jdbc.sql(
                                PAGES
                                        + """
                                        select block, (array_agg(id order by depth, id))[1] as id
                                        from page, unnest(page.margin) as block group by block
                                        having count(*) > 1 or min(depth) = 0
                                        """)
                        .param("source", source)
                        .query((row, number) -> Map.entry(row.getString("block"), id(row)))
                        .list();
        return new Tellers(byKey(blocks), byKey(margins));
    }

    /** Those that are read, as they are taught now. */
    @Transactional(readOnly = true)
    public List<Page> pages(Source.Id source) {
        return jdbc.sql(PAGES + "select id, blocks, margin, left_out, told from page order by id")
                .param("source", source)
                .query(Commons::page)
                .list();
    }

    private static Page page(ResultSet row, int number) throws SQLException {
        return new Page(
                id(row),
                new PageBlocks(
                        List.of((Long[]) row.getArray("blocks").getArray()),
                        SourceRows.strings(row, "margin"),
                        Set.of((Long[]) row.getArray("left_out").getArray()),
                        SourceRows.strings(row, "told")));
    }

    private static DocumentId id(ResultSet row) throws SQLException {
        return new DocumentId(row.getObject("id", UUID.class));
    }

    private static <K> Map<K, DocumentId> byKey(List<Map.Entry<K, DocumentId>> tellers) {
        return tellers.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
