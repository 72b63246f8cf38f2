package io.taros.account;

import io.taros.Taros;
import io.taros.organization.Tenants;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Browser;
import java.nio.file.Files;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What signing in takes besides computing the password's hash: the request as a browser sends it,
 * from the form to the redirect, and within it the hash. See {@code bench/README.md}.
 */
public final class SignInBench {
    private static final int ROUNDS = 400;
    private static final int WARM_UP = 200;

    private SignInBench() {}

    /** Says how long it took, for one caller at a time. */
    static class TimedPasswords extends Passwords {
        private volatile double millis;

        @Override
        boolean matches(String password, @Nullable String hash) {
            var start = System.nanoTime();
            try {
                return super.matches(password, hash);
            } finally {
                millis = since(start);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("bench");
        var application = new SpringApplication(Taros.class);
        application.addInitializers(context ->
                ((GenericApplicationContext) context)
                        .registerBean(
                                TimedPasswords.class, definition -> definition.setPrimary(true)));
        try (var taros =
                application.run(
                        "--server.port=0",
                        "--taros.data-dir=" + data,
                        "--logging.level.root=warn")) {
            var port = taros.getEnvironment().getRequiredProperty("local.server.port", int.class);
            var acme = taros.getBean(Tenants.class).open("Acme");
            var passwords = taros.getBean(TimedPasswords.class);
            var limits = taros.getBean(RateLimits.class);
            var whole = new double[ROUNDS];
            var hashing = new double[ROUNDS];
            var jdbc = taros.getBean(JdbcClient.class);
            var before = Work.of(jdbc);
            for (var round = -WARM_UP; round < ROUNDS; round++) {
                limits.reset();
                if (round == 0) {
                    before = Work.of(jdbc);
                }
                var browser = new Browser(port);
                browser.get("/sign-in");
                var start = System.nanoTime();
                browser.post("/sign-in", "email", acme.email(), "password", Tenants.PASSWORD);
                var signedIn = since(start);
                if (round >= 0) {
                    whole[round] = signedIn;
                    hashing[round] = passwords.millis;
                }
            }
            var rest = new double[ROUNDS];
            for (var round = 0; round < ROUNDS; round++) {
                rest[round] = whole[round] - hashing[round];
            }
            print("sign in", whole);
            print("of which the hash", hashing);
            print("the rest", rest);
            Work.of(jdbc).print(before);
        }
    }

    /** What the database did, for pages and jobs as well: it counts with a second's delay. */
    private record Work(long commits, long flushes) {
        static Work of(JdbcClient jdbc) {
            return jdbc.sql(
                            """
                            select (select xact_commit from pg_stat_database where datname = current_database()) as commits,
                                (select sum(fsyncs) from pg_stat_io where object = 'wal' and backend_type = 'client backend')
                                    as flushes
                            """)
                    .query(Work.class)
                    .single();
        }

        void print(Work before) {
            System.out.printf(
                    "each round: %.1f commits, %.1f flushes of the log%n",
                    (double) (commits - before.commits) / ROUNDS,
                    (double) (flushes - before.flushes) / ROUNDS);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms%n",
                what, millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    }
}
