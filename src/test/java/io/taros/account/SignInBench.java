package io.taros.account;

import io.taros.Taros;
import io.taros.organization.Tenants;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Browser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What signing in takes besides computing the password's hash: the request as a browser sends it,
 * from the form to the redirect, and within it the hash; the form, the first page and the way out
 * are done, too, but not timed. See {@code bench/README.md}.
 */
public final class SignInBench {
    private static final int ROUNDS = 400;
    private static final int WARM_UP = 1000;

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

    /**
     * Says how long a form that was sent took within the server; its redirect leaves after that.
     */
    private static final class TimedForms extends OncePerRequestFilter implements Ordered {
        private volatile double millis;

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            var start = System.nanoTime();
            chain.doFilter(request, response);
            if (request.getRequestURI().equals("/sign-in") && request.getMethod().equals("POST")) {
                millis = since(start);
            }
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("bench");
        var application = new SpringApplication(Taros.class);
        application.addInitializers(context ->
                ((GenericApplicationContext) context)
                        .registerBean(
                                TimedPasswords.class, definition -> definition.setPrimary(true)));
        application.addInitializers(context ->
                ((GenericApplicationContext) context)
                        .registerBean(TimedForms.class, TimedForms::new));
        try (var taros =
                application.run(
                        "--server.port=0",
                        "--taros.data-dir=" + data,
                        "--logging.level.root=warn")) {
            var port = taros.getEnvironment().getRequiredProperty("local.server.port", int.class);
            var acme = taros.getBean(Tenants.class).open("Acme");
            var bench =
                    new Visits(
                            port,
                            acme.email(),
                            taros.getBean(TimedPasswords.class),
                            taros.getBean(TimedForms.class),
                            taros.getBean(RateLimits.class),
                            taros.getBean(JdbcClient.class));
            var known = new Browser(port);
            bench.run("warming up", WARM_UP, () -> new Browser(port));
            bench.run("once from the browser that comes again", 1, () -> known);
            bench.run("from the browser of last time", ROUNDS, () -> known);
            bench.run(
                    "from another browser, with a mail about it", ROUNDS, () -> new Browser(port));
        }
    }

    private record Visits(
            int port,
            String email,
            TimedPasswords passwords,
            TimedForms forms,
            RateLimits limits,
            JdbcClient jdbc) {

        void run(String where, int rounds, Supplier<Browser> browsers) {
            var whole = new double[rounds];
            var hashing = new double[rounds];
            var rest = new double[rounds];
            var within = new double[rounds];
            var before = Work.of(jdbc);
            for (var round = 0; round < rounds; round++) {
                limits.reset();
                var browser = browsers.get();
                browser.get("/sign-in");
                var start = System.nanoTime();
                var in = browser.post("/sign-in", "email", email, "password", Tenants.PASSWORD);
                whole[round] = since(start);
                hashing[round] = passwords.millis;
                rest[round] = whole[round] - hashing[round];
                within[round] = forms.millis - hashing[round];
                browser.get("/home");
                if (in.status() != 303 || browser.post("/sign-out").status() != 303) {
                    throw new IllegalStateException("not let in, or not out: " + in.status());
                }
            }
            System.out.println(where);
            print("  sign in", whole);
            print("  of which the hash", hashing);
            print("  the rest", rest);
            print("  of which within the server", within);
            Work.of(jdbc).print(before, rounds);
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

        void print(Work before, int rounds) {
            System.out.printf(
                    "  each round: %.1f commits, %.1f flushes of the log%n",
                    (double) (commits - before.commits) / rounds,
                    (double) (flushes - before.flushes) / rounds);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms%n",
                what, millis[millis.length / 2], millis[millis.length * 95 / 100]);
    }
}
