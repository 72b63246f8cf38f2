package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.knowledge.crawl.PageRules;
import io.taros.search.KnowledgeTags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;

/** A source as it is selected, with how far its reading has come. */
final class SelectedSource {
    /** Of a source that is called {@code s}. */
    static final String AUDIENCE =
            """
            s.tags, array(select h.bot_id from source_share h
                where h.organization_id = s.organization_id and h.source_id = s.id order by h.bot_id) as further_bots
            """;

    static final String SELECT =
            "select "
                    + AUDIENCE
                    + """
                    , s.id, s.bot_id, s.kind, s.title, s.url, s.include, s.exclude, s.recrawl, s.recrawl_at, s.status, s.standing, s.problem, s.problem_arguments, s.created_at,
                        s.updated_at, d.found, d.unread, d.read, d.failed, d.indexed, p.passages, p.prepared
                    from source s
                    cross join lateral (
                        select count(*) as found,
                            count(*) filter (where status = 'FOUND') as unread,
                            count(*) filter (where status in ('READ', 'DUPLICATE')) as read,
                            count(*) filter (where status = 'FAILED') as failed,
                            count(*) filter (where content_hash is not null and indexed_at is not null) as indexed
                        from document where organization_id = s.organization_id and source_id = s.id
                    ) d
                    cross join lateral (
                        select count(*) as passages,
                            count(*) filter (where d.embedded_at is not null or exists (
                                select 1 from passage_embedding e
                                where e.organization_id = p.organization_id and e.model = :model
                                  and e.embedding_hash = p.embedding_hash)) as prepared
                        from document d join passage p on p.organization_id = d.organization_id and p.document_id = d.id
                        where d.organization_id = s.organization_id and d.source_id = s.id and p.standing <> 'EXCLUDED'
                    ) p
                    """;

    private SelectedSource() {}

    static Source of(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        OffsetDateTime night = row.getObject("recrawl_at", OffsetDateTime.class);
        return new Source(
                new Source.Id(row.getObject("id", UUID.class)),
                new Bot.Id(row.getObject("bot_id", UUID.class)),
                Source.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("url"),
                new CrawlPlan(
                        new PageRules(
                                SourceRows.strings(row, "include"),
                                SourceRows.strings(row, "exclude")),
                        Recrawl.valueOf(row.getString("recrawl"))),
                audience(row),
                night == null ? null : night.toInstant(),
                Source.Status.valueOf(row.getString("status")),
                Source.Standing.valueOf(row.getString("standing")),
                problem == null
                        ? null
                        : new Problem(problem, SourceRows.strings(row, "problem_arguments")),
                new Source.Progress(
                        row.getInt("found"),
                        row.getInt("unread"),
                        row.getInt("read"),
                        row.getInt("failed"),
                        row.getInt("passages"),
                        row.getInt("prepared"),
                        row.getInt("indexed")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    static Source.Audience audience(ResultSet row) throws SQLException {
        var bots = (UUID[]) row.getArray("further_bots").getArray();
        return new Source.Audience(
                new KnowledgeTags(SourceRows.strings(row, "tags")),
                Arrays.stream(bots).map(Bot.Id::new).toList());
    }
}
