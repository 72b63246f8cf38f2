package io.taros.draft;

import io.taros.bot.Bot;
import io.taros.platform.security.Tenancy;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of publications. */
@Repository
@Transactional
class Publications {
    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Publication publication) {
        jdbc.sql(
                        """
                        insert into publication (organization_id, id, bot_id, reason, published_at)
                        values (:organization, :id, :bot, :reason, :at)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", publication.id())
                .param("bot", publication.bot())
                .param("reason", publication.reason())
                .param("at", publication.publishedAt())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Publication> latest(Bot.Id bot) {
        return jdbc.sql(
                        """
                        select id, bot_id as bot, reason, published_at from publication
                        where bot_id = :bot order by id desc limit 1
                        """)
                .param("bot", bot)
                .query(Publication.class)
                .optional();
    }
}
