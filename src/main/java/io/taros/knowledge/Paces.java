package io.taros.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How fast sources are read, told from when their documents were: no run keeps a count. */
@Repository
@Transactional(readOnly = true)
public class Paces {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration TOO_SHORT = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Paces(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Lately(
            int pages,
            @Nullable Instant firstPage,
            int passages,
            @Nullable Instant firstDocument) {}

    public Pace of(Source source) {
        if (source.status().isFinal()) {
            return Pace.UNKNOWN;
        }
        var now = clock.instant();
        var lately = lately(source, now.minus(WINDOW));
        // A file is one document: what it has prepared since its reading began is all there is to
        // go by.
        return source.kind().isCrawled()
                ? new Pace(
                        perMinute(lately.pages(), lately.firstPage(), now),
                        perMinute(lately.passages(), lately.firstDocument(), now))
                : new Pace(0, perMinute(source.progress().prepared(), source.updatedAt(), now));
    }

    private Lately lately(Source source, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) filter (where tried_at > :since) as pages,
                            min(tried_at) filter (where tried_at > :since) as first_page,
                            min(embedded_at) filter (where embedded_at > :since and content_hash is not null)
                                as first_document,
                            coalesce(sum((select count(*) from passage p
                                where p.organization_id = d.organization_id and p.document_id = d.id))
                                filter (where embedded_at > :since), 0) as passages
                        from document d
                        cross join lateral (
                            select case when status = 'FAILED' then indexed_at else fetched_at end as tried_at) t
                        where source_id = :source
                        """)
                .param("since", since)
                .param("source", source.id())
                .query(Paces::read)
                .single();
    }

    private static Lately read(ResultSet row, int number) throws SQLException {
        return new Lately(
                row.getInt("pages"),
                instant(row, "first_page"),
                row.getInt("passages"),
                instant(row, "first_document"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static double perMinute(int count, @Nullable Instant since, Instant now) {
        if (since == null) {
            return 0;
        }
        var span = Duration.between(since, now);
        return span.compareTo(TOO_SHORT) < 0 ? 0 : count * 60_000.0 / span.toMillis();
    }
}
