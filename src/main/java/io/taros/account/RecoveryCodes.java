package io.taros.account;

import io.taros.platform.crypto.Secret;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lets somebody in whose authenticator app is lost, once each. 123 random bits, so that a fast
 * hash keeps them.
 */
@Repository
class RecoveryCodes {
    private static final int CODES = 8;
    private static final int GROUPS = 5;
    private static final int GROUP = 5;

    /** Without what is mistaken for something else on paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final InstantSource clock;

    RecoveryCodes(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New ones instead of all there were; shown this once. */
    @Transactional
    List<String> renew(Account.Id account) {
        remove(account);
        var fresh = Stream.generate(RecoveryCodes::code).limit(CODES).toList();
        for (var code : fresh) {
            jdbc.sql(
                            """
                            insert into recovery_code (account_id, hash, created_at)
                            values (:account, :hash, :now)
                            """)
                    .param("account", account)
                    .param("hash", Secret.hash(normal(code)))
                    .param("now", clock.instant())
                    .update();
        }
        return fresh;
    }

    @Transactional
    boolean useUp(Account.Id account, String code) {
        return jdbc.sql("delete from recovery_code where account_id = :account and hash = :hash")
                        .param("account", account)
                        .param("hash", Secret.hash(normal(code)))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    int count(Account.Id account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    @Transactional
    void remove(Account.Id account) {
        jdbc.sql("delete from recovery_code where account_id = :account")
                .param("account", account)
                .update();
    }

    private static String code() {
        return String.join("-", IntStream.range(0, GROUPS).mapToObj(_ -> group()).toList());
    }

    private static String group() {
        var group = new StringBuilder();
        RANDOM.ints(GROUP, 0, LETTERS.length())
                .forEach(letter -> group.append(LETTERS.charAt(letter)));
        return group.toString();
    }

    private static String normal(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
