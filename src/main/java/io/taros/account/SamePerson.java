package io.taros.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether two accounts look like one person's. It is a lower bound: whoever takes two mailboxes and
 * two browsers looks like two people here. Passkeys and secrets of authenticator apps say nothing,
 * for each belongs to one account.
 */
@Repository
public class SamePerson {
    public enum Sign {
        /** Mail to both arrives at one place. */
        MAILBOX,
        /** Both were signed in to from one browser, lately. */
        BROWSER
    }

    /** Whoever changes between accounts in a browser signs in each time. */
    private static final Duration LATELY = Duration.ofDays(1);

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    SamePerson(Accounts accounts, JdbcClient jdbc, InstantSource clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Sign> find(Account.Id one, Account.Id other) {
        if (mailbox(one).filter(mailbox(other).stream().toList()::contains).isPresent()) {
            return Optional.of(Sign.MAILBOX);
        }
        return isInOneBrowser(one, other) ? Optional.of(Sign.BROWSER) : Optional.empty();
    }

    private Optional<Mailbox> mailbox(Account.Id account) {
        return accounts.find(account).map(known -> Mailbox.of(known.email()));
    }

    /** One within a day, and the other as long ago as a session lasts: it may be open still. */
    private boolean isInOneBrowser(Account.Id one, Account.Id other) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select exists(select from account_device a join account_device b on b.hash = a.hash
                            where a.account_id = :one and b.account_id = :other
                              and greatest(a.last_seen, b.last_seen) > :lately
                              and least(a.last_seen, b.last_seen) > :open)
                        """)
                .param("one", one)
                .param("other", other)
                .param("lately", now.minus(LATELY))
                .param("open", now.minus(Sessions.LONGEST))
                .query(Boolean.class)
                .single();
    }
}
