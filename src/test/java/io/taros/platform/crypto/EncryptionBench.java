package io.taros.platform.crypto;

import io.taros.Taros;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Eventually;
import io.taros.testing.RestCaller;
import io.taros.testing.Visitor;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Which part of a visitor's question, and of teaching a text, is sealing and opening with the
 * organization's key. See {@code bench/README.md}.
 */
public final class EncryptionBench {
    private static final int WARM_UP = 100;
    private static final int QUESTIONS = 300;
    private static final int TEXTS = 10;
    private static final int SENTENCES = 1_000;

    private EncryptionBench() {}

    /** Adds up what it took, over all threads. */
    static class TimedKeys extends OrganizationKeys {
        private final LongAdder nanos = new LongAdder();
        private final LongAdder calls = new LongAdder();

        TimedKeys(OrganizationKeyring ring) {
            super(ring);
        }

        @Override
        public byte[] encrypt(byte[] plain, String context) {
            var start = System.nanoTime();
            try {
                return super.encrypt(plain, context);
            } finally {
                count(start);
            }
        }

        @Override
        public byte[] decrypt(byte[] sealed, String context) {
            var start = System.nanoTime();
            try {
                return super.decrypt(sealed, context);
            } finally {
                count(start);
            }
        }

        private void count(long start) {
            nanos.add(System.nanoTime() - start);
            calls.increment();
        }
    }

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("bench");
        var application = new SpringApplication(Taros.class);
        application.addInitializers(context ->
                ((GenericApplicationContext) context)
                        .registerBean(TimedKeys.class, definition -> definition.setPrimary(true)));
        try (var taros =
                application.run(
                        "--server.port=0",
                        "--taros.data-dir=" + data,
                        "--logging.level.root=warn")) {
            var port = taros.getEnvironment().getRequiredProperty("local.server.port", int.class);
            var here = URI.create("http://localhost:" + port + "/");
            var acme = taros.getBean(Tenants.class).open("Acme");
            var bots = taros.getBean(Bots.class);
            var bot =
                    Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
            var keys = taros.getBean(TimedKeys.class);
            var api = new RestCaller("http://localhost:" + port, acme.apiKey());

            teach(api, bot.id().value(), "before");
            measure(
                    "teaching a text",
                    TEXTS,
                    keys,
                    number -> {
                        taros.getBean(RateLimits.class).reset();
                        teach(api, bot.id().value(), "number " + number);
                    });
            var visitor = Visitor.start(here, bot.publicKey().value());
            var line = visitor.listen();
            for (var round = 0; round < WARM_UP; round++) {
                ask(visitor, line, taros.getBean(RateLimits.class));
            }
            measure(
                    "a question to its reply",
                    QUESTIONS,
                    keys,
                    _ -> ask(visitor, line, taros.getBean(RateLimits.class)));
        }
    }

    private static void measure(
            String what, int times, TimedKeys keys, java.util.function.IntConsumer work) {
        keys.nanos.reset();
        keys.calls.reset();
        var start = System.nanoTime();
        for (var number = 0; number < times; number++) {
            work.accept(number);
        }
        var whole = System.nanoTime() - start;
        System.out.printf(
                "%-25s %8.2f ms, of which %d seals %6.3f ms: %.2f %%%n",
                what,
                whole / 1e6 / times,
                keys.calls.sum() / times,
                keys.nanos.sum() / 1e6 / times,
                100.0 * keys.nanos.sum() / whole);
    }

    /** The same words in another order each time, as nothing is read twice. */
    private static void teach(RestCaller api, UUID bot, String title) {
        var text = new StringBuilder("# Handbook ").append(title).append("\n\n");
        for (var number = 0; number < SENTENCES; number++) {
            text.append(
                    "Parcel %d of %s leaves the harbour of Esbjerg on day %d and arrives a week later.%s"
                            .formatted(number, title, number % 31, number % 8 == 7 ? "\n\n" : " "));
        }
        var added =
                api.post(
                        "/bots/" + bot + "/sources",
                        Map.of("type", "text", "title", title, "text", text.toString()));
        if (added.status() != 202) {
            throw new IllegalStateException(added.text());
        }
        var id = added.at("id");
        Eventually.eventually(
                Duration.ofMinutes(2),
                Duration.ofMillis(20),
                () -> {
                    if (!api.get("/sources/" + id).at("status").equals("ready")) {
                        throw new AssertionError("not yet");
                    }
                });
    }

    private static void ask(Visitor visitor, Visitor.Line line, RateLimits limits) {
        limits.reset();
        var id = visitor.say("When does parcel 5 leave Esbjerg?", UUID.randomUUID().toString());
        line.until(event -> event.isReply() && event.data().path("turn").asString("").equals(id));
    }
}
