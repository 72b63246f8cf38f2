package io.taros.knowledge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which rounds began by themselves: what nobody asked for is told and written down only where it
 * changed what the bot knows.
 */
@Repository
@Transactional
class SourceNights {
    private final JdbcClient jdbc;

    SourceNights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The round that has just been opened is one of these. */
    void begin(Source.Id source) {
        jdbc.sql("update source set night_round = round where id = :source")
                .param("source", source)
                .update();
    }

    @Transactional(readOnly = true)
    public boolean isQuiet(Source.Id source) {
        return isNight(source) && !hasNews(source);
    }

    @Transactional(readOnly = true)
    public boolean broughtNews(Source.Id source) {
        return isNight(source) && hasNews(source);
    }

    private boolean isNight(Source.Id source) {
        return jdbc.sql("select 1 from source where id = :source and night_round = round")
                .param("source", source)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean hasNews(Source.Id source) {
        return jdbc.sql(
                        """
                        select 1 from source_run r join source s on s.organization_id = r.organization_id and s.id = r.source_id
                        where s.id = :source and r.round = s.round and r.added + r.changed + r.vanished > 0
                        """)
                .param("source", source)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
