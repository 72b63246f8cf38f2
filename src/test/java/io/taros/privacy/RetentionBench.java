package io.taros.privacy;

import io.taros.Taros;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Visitor;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;

/**
 * How long it takes to remove a million messages, and what chats notice of it: from a visitor's
 * message to the reply, first with nothing else to do and then meanwhile. See {@code
 * bench/README.md}.
 */
public final class RetentionBench {
    private static final int CONVERSATIONS = 250_000;
    private static final int MESSAGES = 4;
    private static final int WARM_UP = 500;
    private static final int IDLE = 500;

    private RetentionBench() {}

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("bench");
        try (var taros =
                SpringApplication.run(
                        Taros.class,
                        "--server.port=0",
                        "--taros.data-dir=" + data,
                        "--logging.level.root=warn")) {
            var port = taros.getEnvironment().getRequiredProperty("local.server.port", int.class);
            var here = URI.create("http://localhost:" + port + "/");
            var acme = taros.getBean(Tenants.class).open("Acme");
            var bots = taros.getBean(Bots.class);
            var key =
                    Tenancy.callAs(
                            acme.organization(),
                            () -> bots.add(BotSettings.named("Robin")).publicKey().value());
            var limits = taros.getBean(RateLimits.class);
            fill(taros.getBean(CrossOrganization.class));

            var visitor = Visitor.start(here, key);
            var line = visitor.listen();
            for (var chats = 0; chats < WARM_UP; chats++) {
                chat(visitor, line, limits);
            }
            var idle = new ArrayList<Double>();
            while (idle.size() < IDLE) {
                idle.add(chat(visitor, line, limits));
            }
            print("a reply, nothing else to do", idle);
            var start = System.nanoTime();
            var run =
                    CompletableFuture.supplyAsync(
                            () -> taros.getBean(RetentionRun.class).run(Instant.now(), false));
            var meanwhile = new ArrayList<Double>();
            while (!run.isDone()) {
                meanwhile.add(chat(visitor, line, limits));
            }
            System.out.printf(
                    "%,d rows removed in %s%n",
                    run.get().rows(), Duration.ofNanos(System.nanoTime() - start));
            print("a reply meanwhile", meanwhile);
        }
    }

    private static void fill(CrossOrganization everything) {
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                insert into conversation (organization_id, id, bot_id, token_hash, state, state_since, language,
                                    sequence, message_count, created_at, last_message_at)
                                select organization_id, gen_random_uuid(), id, sha256(n::text::bytea), 'BOT', now(), 'en', 4, 4,
                                    now() - interval '100 days', now() - interval '100 days'
                                from bot, generate_series(1, %d) n
                                """
                                        .formatted(CONVERSATIONS))
                        .update());
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                insert into message (organization_id, id, conversation_id, sequence, role, sealed_text, created_at)
                                select organization_id, gen_random_uuid(), id, n, case n %% 2 when 1 then 'VISITOR' else 'BOT' end,
                                    decode(repeat(md5(id::text || n), 8), 'hex'), created_at
                                from conversation, generate_series(1, %d) n
                                """
                                        .formatted(MESSAGES))
                        .update());
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                insert into turn (organization_id, message_id, conversation_id, sequence, status, opened_at, closed_at)
                                select organization_id, id, conversation_id, sequence, 'ANSWERED', created_at, created_at
                                from message where role = 'VISITOR'
                                """)
                        .update());
    }

    private static double chat(Visitor visitor, Visitor.Line line, RateLimits limits) {
        limits.reset();
        var start = System.nanoTime();
        var id = visitor.say("When are you open?", UUID.randomUUID().toString());
        line.until(event -> event.isReply() && event.data().path("turn").asString("").equals(id));
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, ArrayList<Double> millis) {
        var sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%-30s %5d times   p50 %6.1f ms   p95 %6.1f ms   p99 %6.1f ms%n",
                what,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length * 99 / 100]);
    }
}
