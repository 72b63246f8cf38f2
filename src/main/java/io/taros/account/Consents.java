package io.taros.account;

import io.taros.platform.sql.Ids;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of what people agreed to or took back: in which version, language and place, and when.
 * The last entry of a kind counts.
 */
@Repository
public class Consents {
    /** What can be agreed to. */
    public enum Kind {
        /** To be 16 or older. */
        AGE,
        TERMS,
        PRIVACY,
        /** To get mail that nobody needs. */
        MARKETING
    }

    /**
     * One entry.
     *
     * @param version of the text that was shown
     * @param source the page or mail it was shown in
     */
    public record Entry(
            Kind kind, boolean isGiven, String version, String language, String source) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    Consents(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public void add(Account.Id account, Entry entry) {
        jdbc.sql(
                        """
                        insert into consent (id, account_id, kind, is_given, version, language, source, at)
                        values (:id, :account, :kind, :given, :version, :language, :source, :now)
                        """)
                .param("id", ids.next())
                .param("account", account)
                .param("kind", entry.kind())
                .param("given", entry.isGiven())
                .param("version", entry.version())
                .param("language", entry.language())
                .param("source", entry.source())
                .param("now", clock.instant())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Entry> latest(Account.Id account, Kind kind) {
        return jdbc.sql(
                        """
                        select kind, is_given, version, language, source from consent
                        where account_id = :account and kind = :kind order by at desc, id desc limit 1
                        """)
                .param("account", account)
                .param("kind", kind)
                .query(Entry.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean isMarketingWanted(Account.Id account) {
        return latest(account, Kind.MARKETING).filter(Entry::isGiven).isPresent();
    }
}
