package io.taros.search.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.taros.search.EmbeddingFailed;
import io.taros.search.EmbeddingFailed.Reason;
import io.taros.search.EmbeddingProvider;
import io.taros.search.QuestionVectors.Made;
import io.taros.search.QuestionVectors.Missing;
import io.taros.search.WordsAlone.Cause;
import io.taros.testing.EmbeddingServer;
import io.taros.testing.RememberedCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every provider in its own protocol, on good days and bad ones. */
class RemoteEmbedderTest {
    private static final List<String> TEXTS =
            List.of("We reimburse within five days.", "How do I get my money back?", "Our dog");

    private final EmbeddingServer server = new EmbeddingServer();
    private final RememberedCalls calls = new RememberedCalls();
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private RemoteEmbedder embedder = embedder(EmbeddingProvider.OPENAI);

    @AfterEach
    void stop() {
        embedder.destroy();
        server.close();
    }

    private RemoteEmbedder embedder(EmbeddingProvider provider) {
        return embedder(provider, Duration.ofSeconds(20));
    }

    private RemoteEmbedder embedder(EmbeddingProvider provider, Duration limit) {
        return new RemoteEmbedder(
                new RemoteModel(
                        provider, "the-model", 1024, false, server.baseUrl(), EmbeddingServer.KEY),
                new Patience(Duration.ofSeconds(5), limit, limit, Duration.ofMillis(1)),
                now::get,
                calls.egress());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUILT_IN")
    void putsWhatMeansTheSameCloseTogether(EmbeddingProvider provider) {
        embedder = embedder(provider);

        var vectors = embedder.embed(TEXTS);

        assertThat(VectorUtil.dotProduct(vectors.get(0), vectors.get(1))).isGreaterThan(0.8f);
        assertThat(VectorUtil.dotProduct(vectors.get(0), vectors.get(2))).isLessThan(0.2f);
        assertThat(vectors)
                .allSatisfy(vector ->
                        assertThat(VectorUtil.dotProduct(vector, vector))
                                .isCloseTo(1, within(1e-5f)));
    }

    /** What leaves the house: the texts, a model's name and the length of its vectors. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUILT_IN")
    void sendsTheTextsAndNothingElse(EmbeddingProvider provider) {
        embedder = embedder(provider);

        embedder.embed(TEXTS);

        assertThat(server.received()).hasSize(1);
        var sent = server.received().getFirst();
        assertThat(sent.path()).isEqualTo("/v1/embeddings");
        assertThat(sent.texts()).isEqualTo(TEXTS);
        assertThat(sent.body().path("model").asString()).isEqualTo("the-model");
        assertThat(sent.headers().getFirst("Authorization"))
                .isEqualTo("Bearer " + EmbeddingServer.KEY);
        assertThat(sent.body().propertyNames())
                .isSubsetOf("model", "input", "dimensions", "encoding_format")
                .as("only OpenAI is known to cut its vectors")
                .satisfies(fields ->
                        assertThat(fields.contains("dimensions"))
                                .isEqualTo(provider == EmbeddingProvider.OPENAI));
    }

    @Test
    void refusesToRunInsideATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> embedder.embed(TEXTS))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> embedder.embedQuestion(TEXTS))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void isKnownByProviderModelAndLength() {
        assertThat(embedder.model()).isEqualTo("openai/the-model/1024");
        assertThat(embedder(EmbeddingProvider.MISTRAL).model()).isEqualTo("mistral/the-model/1024");
    }

    @Nested
    class Teaching {
        @Test
        void sendsManyTextsInBatchesAndKeepsTheirOrder() {
            var many =
                    IntStream.range(0, 150)
                            .mapToObj(i -> "Machine number %d is cleaned daily. ".formatted(i))
                            .toList();

            var vectors = embedder.embed(many);

            assertThat(server.received()).hasSize(3);
            assertThat(vectors).hasSize(150);
            assertThat(vectors.get(149)).isEqualTo(embedder.embed(many.subList(149, 150)).get(0));
        }

        @Test
        void keepsABatchBelowWhatAProviderReadsAtOnce() {
            embedder.embed(List.of("ø".repeat(5_500), "ø".repeat(5_500), "ø".repeat(5_500), "o"));

            assertThat(server.received())
                    .extracting(each -> each.texts().size())
                    .containsExactly(2, 2);
        }

        @Test
        void cutsATextThatNoModelReadsAndReplacesOneWithoutWords() {
            embedder.embed(List.of("x".repeat(5_999) + "😀 and more", " \u200b ", ""));

            assertThat(server.received().getFirst().texts())
                    .containsExactly("x".repeat(5_999), "-", "-");
        }

        @Test
        void halvesWhatIsTooMuchForAServer() {
            server.is((exchange, received) -> {
                if (received.texts().size() <= 2) {
                    return false;
                }
                EmbeddingServer.refuse(exchange, 413);
                return true;
            });

            assertThat(embedder.embed(List.of("a", "b", "c", "d", "e"))).hasSize(5);
        }

        @ParameterizedTest
        @ValueSource(ints = {429, 500, 503})
        void triesAgainWhereTroublePasses(int status) {
            var asked = new AtomicInteger();
            server.is((exchange, _) -> {
                if (asked.incrementAndGet() == 3) {
                    return false;
                }
                EmbeddingServer.refuse(exchange, status);
                return true;
            });

            assertThat(embedder.embed(TEXTS)).hasSize(3);
            assertThat(server.received()).hasSize(3);
        }

        @Test
        void waitsAsLongAsRetryAfterSays() {
            var asked = new ArrayList<Long>();
            server.is((exchange, _) -> {
                asked.add(System.nanoTime());
                if (asked.size() == 2) {
                    return false;
                }
                EmbeddingServer.refuse(exchange, 429, "Retry-After", "1");
                return true;
            });

            assertThat(embedder.embed(TEXTS)).hasSize(3);

            assertThat(Duration.ofNanos(asked.get(1) - asked.get(0)))
                    .isGreaterThan(Duration.ofMillis(990));
        }

        @Test
        void leavesALongWaitToTheJob() {
            server.refuses(429, "Retry-After", "3600");

            assertThat(failure().reason()).isEqualTo(Reason.BUSY);
            assertThat(server.received()).hasSize(1);
        }

        @Test
        void givesUpInTheEnd() {
            server.refuses(503);

            assertThat(failure().reason()).isEqualTo(Reason.NO_ANSWER);
            assertThat(server.received()).hasSize(4);
        }

        @ParameterizedTest
        @CsvSource({"401,KEY_REFUSED", "403,KEY_REFUSED", "404,REQUEST_REFUSED"})
        void givesUpAtOnceWhereTryingAgainIsOfNoUse(int status, Reason reason) {
            server.refuses(status);

            assertThat(failure().reason()).isEqualTo(reason);
            assertThat(failure().reason().isPassing()).isFalse();
            assertThat(server.received()).hasSize(2);
        }

        @Test
        void followsNoRedirect() {
            server.refuses(302, "Location", server.baseUrl() + "/elsewhere");

            assertThat(failure().reason()).isEqualTo(Reason.REQUEST_REFUSED);
            assertThat(server.received()).hasSize(1);
        }

        @Test
        void saysWhoAndWhatAndNeitherTextNorKey() {
            server.refuses(503);

            var failure = failure();

            assertThat(failure).hasMessage("127.0.0.1 made no vectors: HTTP 503").hasNoCause();
        }

        @Test
        void refusesVectorsOfAnotherLength() {
            embedder = embedder(EmbeddingProvider.COMPATIBLE);
            server.makes(768);

            assertThat(failure().reason()).isEqualTo(Reason.UNFIT);
            assertThat(failure()).hasMessageContaining("768 numbers instead of 1024");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "{}",
                    "[]",
                    "{\"data\":[]}",
                    "{\"data\":[{\"embedding\":null}]}",
                    "{\"data\":[{\"embedding\":[\"a\"]}]}"
                })
        void refusesWhatIsNoAnswer(String body) {
            server.is((exchange, _) -> {
                EmbeddingServer.send(exchange, 200, body);
                return true;
            });

            assertThat(failure().reason()).isEqualTo(Reason.UNREADABLE);
        }

        @Test
        void refusesVectorsThatPointNowhere() {
            var zeros = "0,".repeat(1023) + "0";
            server.is((exchange, _) -> {
                EmbeddingServer.send(
                        exchange, 200, "{\"data\":[{\"embedding\":[%s]}]}".formatted(zeros));
                return true;
            });

            var failure =
                    catchThrowableOfType(
                            EmbeddingFailed.class, () -> embedder.embed(List.of("one")));
            assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
        }

        private EmbeddingFailed failure() {
            return catchThrowableOfType(EmbeddingFailed.class, () -> embedder.embed(TEXTS));
        }
    }

    @Nested
    class Questions {
        @Test
        void areSentOnceAndRemembered() {
            var first = embedder.embedQuestion(TEXTS);
            var second = embedder.embedQuestion(TEXTS);

            assertThat(server.received()).hasSize(1);
            assertThat(first).isInstanceOf(Made.class);
            assertThat(first.sent().texts()).isEqualTo(TEXTS);
            assertThat(first.sent().host()).isEqualTo("127.0.0.1");
            assertThat(second.sent()).isNull();
            assertThat(((Made) second).vectors()).isEqualTo(((Made) first).vectors());
        }

        @ParameterizedTest
        @ValueSource(ints = {401, 404, 429, 500})
        void areTriedOnce(int status) {
            server.refuses(status);

            var missing = (Missing) embedder.embedQuestion(TEXTS);

            assertThat(missing.why().cause()).isEqualTo(Cause.NOT_EMBEDDED);
            assertThat(missing.why().detail()).isEqualTo("HTTP " + status);
            assertThat(missing.sent().texts()).isEqualTo(TEXTS);
            assertThat(server.received()).hasSize(1);
        }

        @Test
        void doNotWaitForASilentProvider() {
            embedder = embedder(EmbeddingProvider.OPENAI, Duration.ofMillis(100));
            server.isSilent();

            var missing = (Missing) embedder.embedQuestion(TEXTS);

            assertThat(missing.why().detail()).isEqualTo("no answer in time");
        }

        @Test
        void doNotWaitForOneThatIsNotThere() {
            server.close();

            var missing = (Missing) embedder.embedQuestion(TEXTS);

            assertThat(missing.why().detail()).isEqualTo("no connection");
        }

        @Test
        void leaveAFailingProviderAloneForAMoment() {
            server.refuses(500);
            embedder.embedQuestion(TEXTS);
            server.isWell();

            var during = (Missing) embedder.embedQuestion(List.of("Another question"));
            now.set(now.get().plusSeconds(4));
            var after = embedder.embedQuestion(List.of("Another question"));

            assertThat(during.why().detail()).isEqualTo("HTTP 500, a moment ago");
            assertThat(during.sent()).isNull();
            assertThat(after).isInstanceOf(Made.class);
        }

        @Test
        void leaveOneThatAsksForItAloneForThatLong() {
            server.refuses(429, "Retry-After", "30");
            embedder.embedQuestion(TEXTS);
            server.isWell();

            now.set(now.get().plusSeconds(29));
            assertThat(embedder.embedQuestion(TEXTS)).isInstanceOf(Missing.class);
            now.set(now.get().plusSeconds(2));
            assertThat(embedder.embedQuestion(TEXTS)).isInstanceOf(Made.class);
        }
    }
}
