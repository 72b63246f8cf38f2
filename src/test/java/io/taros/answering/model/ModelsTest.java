package io.taros.answering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.answering.Usage;
import io.taros.answering.model.ModelReply.Complete;
import io.taros.answering.model.ModelReply.Failed;
import io.taros.answering.model.ModelReply.Failure;
import io.taros.platform.egress.Purpose;
import io.taros.testing.RememberedCalls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** P-15: every provider in its own streaming protocol, on good days and bad ones. */
class ModelsTest {
    private static final Prompt PROMPT = new Prompt("the rules", "the question");
    private final ModelServer server = new ModelServer();
    private final Listener listener = new Listener();
    private final RememberedCalls calls = new RememberedCalls();

    @AfterEach
    void stop() {
        server.close();
    }

    private static final class Listener implements ModelListener {
        final StringBuilder text = new StringBuilder();
        final List<String> pieces = new ArrayList<>();
        boolean released;
        int enoughAfter = Integer.MAX_VALUE;

        @Override
        public boolean text(String piece) {
            pieces.add(piece);
            text.append(piece);
            return pieces.size() < enoughAfter;
        }

        @Override
        public boolean startOver() {
            if (released) {
                return false;
            }
            text.setLength(0);
            return true;
        }
    }

    private ModelReply write(Protocol protocol) {
        return write(protocol, Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    private ModelReply write(Protocol protocol, Duration firstToken, Duration total) {
        var settings = protocol.settings(server.baseUrl(), firstToken, total);
        var models = new Models(settings, InstantSource.system(), calls.egress());
        try {
            var endpoint = Endpoint.of(protocol.provider(), null, settings).orElseThrow();
            return models.write(endpoint, Purpose.ANSWER, PROMPT, listener).reply();
        } finally {
            models.destroy();
        }
    }

    @ParameterizedTest
    @EnumSource
    void streamsTextAndCountsTokens(Protocol protocol) {
        server.plays(ModelServer.stream(protocol.frames("Returns take ", "30 days. \"Æ\" [1]")));

        var reply = write(protocol);

        assertThat(reply).isEqualTo(new Complete(new Usage(11, 7)));
        assertThat(listener.pieces).containsExactly("Returns take ", "30 days. \"Æ\" [1]");
        assertThat(server.received()).hasSize(1);
    }

    /**
     * What leaves the house: the prompt, a model's name and limits, and the word to keep nothing.
     */
    @ParameterizedTest
    @EnumSource
    void sendsThePromptAndNothingThatKeepsIt(Protocol protocol) {
        server.plays(ModelServer.stream(protocol.frames("Yes.")));

        write(protocol);

        var sent = server.received().getFirst();
        assertThat(sent.path()).isEqualTo(protocol.path());
        var body = JsonMapper.shared().readTree(sent.body());
        var allowed =
                new ArrayList<>(
                        List.of(
                                "model",
                                "messages",
                                "system",
                                "stream",
                                "stream_options",
                                "max_tokens",
                                "max_completion_tokens",
                                "temperature",
                                "store",
                                "stop"));
        assertThat(body.propertyNames()).isSubsetOf(allowed);
        assertThat(body.get("stream").asBoolean()).isTrue();
        assertThat(sent.body())
                .contains("the rules")
                .contains("the question")
                .doesNotContain(Protocol.KEY);
        switch (protocol) {
            case OPENAI -> {
                assertThat(body.get("store").asBoolean(true)).isFalse();
                assertThat(sent.headers().getFirst("Authorization"))
                        .isEqualTo("Bearer " + Protocol.KEY);
            }
            case MISTRAL ->
                    assertThat(sent.headers().getFirst("Authorization"))
                            .isEqualTo("Bearer " + Protocol.KEY);
            case COMPATIBLE ->
                    assertThat(sent.headers().getFirst("Authorization"))
                            .doesNotContain(Protocol.KEY);
            case ANTHROPIC -> {
                assertThat(sent.headers().getFirst("X-api-key")).isEqualTo(Protocol.KEY);
                assertThat(sent.headers().getFirst("Anthropic-version")).isNotBlank();
                assertThat(sent.body()).doesNotContain("cache_control").doesNotContain("user_id");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesUpAtOnceWhenTheKeyIsRefused(Protocol protocol) {
        server.plays(ModelServer.status(401));

        assertThat(failure(write(protocol))).isEqualTo(Failure.UNAUTHORIZED);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void givesUpAtOnceWhenTheModelIsUnknown(Protocol protocol) {
        server.plays(ModelServer.status(404));

        assertThat(failure(write(protocol))).isEqualTo(Failure.REFUSED);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void waitsAsLongAsRetryAfterSays(Protocol protocol) {
        server.plays(
                ModelServer.status(429, "Retry-After", "1"),
                ModelServer.stream(protocol.frames("Here it is.")));
        var begun = System.nanoTime();

        assertThat(write(protocol)).isInstanceOf(Complete.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofMillis(990));
        assertThat(listener.text).hasToString("Here it is.");
        assertThat(server.received()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitBeyondItsTime(Protocol protocol) {
        server.plays(ModelServer.status(429, "Retry-After", "60"));

        assertThat(failure(write(protocol))).isEqualTo(Failure.RATE_LIMITED);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void triesOnceMoreAfterAServerError(Protocol protocol) {
        server.plays(ModelServer.status(500), ModelServer.stream(protocol.frames("Fine now.")));

        assertThat(write(protocol)).isInstanceOf(Complete.class);
        assertThat(listener.text).hasToString("Fine now.");
    }

    @ParameterizedTest
    @EnumSource
    void triesOnceMoreAndNoMore(Protocol protocol) {
        server.plays(ModelServer.status(503));

        assertThat(failure(write(protocol))).isEqualTo(Failure.SERVER_ERROR);
        assertThat(server.received()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void startsOverWhenTheStreamIsCutBeforeAnybodyReadIt(Protocol protocol) {
        var frames = protocol.frames("Half of", " it", " and the rest.");
        server.plays(ModelServer.cutAfter(frames, frames.size() - 4), ModelServer.stream(frames));

        assertThat(write(protocol)).isInstanceOf(Complete.class);
        assertThat(listener.text).hasToString("Half of it and the rest.");
        assertThat(server.received()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void saysCutAndDoesNotRepeatWhatAVisitorHasRead(Protocol protocol) {
        var frames = protocol.frames("One.", " Two.", " Three.");
        server.plays(ModelServer.cutAfter(frames, frames.size() - 4));
        listener.released = true;

        assertThat(failure(write(protocol))).isEqualTo(Failure.CUT);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void reportsAMalformedEvent(Protocol protocol) {
        var event = protocol == Protocol.ANTHROPIC ? "event: content_block_delta\n" : "";
        server.plays(
                ModelServer.stream(
                        List.of(event + "data: {\"choices\": [{\"delta\": {\"content\":\n\n")));

        assertThat(failure(write(protocol))).isIn(Failure.MALFORMED);
    }

    @ParameterizedTest
    @EnumSource
    void givesUpOnASilentProvider(Protocol protocol) {
        server.plays(ModelServer.silentAfter(protocol.frames("Never"), 0));

        var reply = write(protocol, Duration.ofMillis(150), Duration.ofSeconds(2));

        assertThat(failure(reply)).isEqualTo(Failure.TIMED_OUT);
        assertThat(server.received()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void givesUpOnAnAnswerThatNeverEnds(Protocol protocol) {
        var frames = protocol.frames("Slow", " and slower");
        server.plays(ModelServer.silentAfter(frames, frames.size() - 3));
        listener.released = true;

        var reply = write(protocol, Duration.ofMillis(1_500), Duration.ofMillis(1_600));

        assertThat(failure(reply)).isEqualTo(Failure.TIMED_OUT);
    }

    @ParameterizedTest
    @EnumSource
    void stopsListeningWhenItHasEnough(Protocol protocol) {
        server.plays(ModelServer.stream(protocol.frames("One.", " Two.", " Three.")));
        listener.enoughAfter = 1;

        assertThat(write(protocol)).isInstanceOf(Complete.class);
        assertThat(listener.text).hasToString("One.");
    }

    @ParameterizedTest
    @EnumSource
    void reportsAProviderThatIsNotThere(Protocol protocol) {
        server.close();

        assertThat(failure(write(protocol))).isEqualTo(Failure.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void refusesToRunInsideATransaction(Protocol protocol) {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> write(protocol)).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(server.received()).isEmpty();
    }

    private static Failure failure(ModelReply reply) {
        assertThat(reply).isInstanceOf(Failed.class);
        return ((Failed) reply).failure();
    }
}
