package io.taros.answering.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.taros.answering.Usage;
import io.taros.answering.model.ModelReply.Complete;
import io.taros.answering.model.ModelReply.Failed;
import io.taros.answering.model.ModelReply.Failure;
import io.taros.bot.Bot;
import io.taros.bot.Provider;
import io.taros.platform.egress.Egress;
import io.taros.platform.egress.EgressRefused;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Refusal;
import io.taros.platform.masking.Masking;
import io.taros.platform.models.ModelSettings;
import io.taros.platform.models.RetryAfter;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks the model that a bot is set to, once more when the failure may pass, within one time budget.
 * What identifies people is replaced before, unless the organization wants it sent, and put back
 * into what comes.
 */
@Component
@EnableConfigurationProperties(ModelSettings.class)
public class Models implements DisposableBean {
    private static final Duration PAUSE_WITHOUT_ADVICE = Duration.ofMillis(500);

    private final ModelSettings settings;
    private final InstantSource clock;
    private final Egress egress;
    private final HttpClient client;
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("model-watchdog").factory());

    public Models(ModelSettings settings, InstantSource clock, Egress egress) {
        this.settings = settings;
        this.clock = clock;
        this.egress = egress;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(settings.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /**
     * Who writes, and who would if the organization let it.
     *
     * @param endpoint absent where nobody does
     * @param refused those before it in order that its policy keeps from it
     */
    public record Choice(Optional<Endpoint> endpoint, List<Refused> refused) {
        public Choice {
            refused = List.copyOf(refused);
        }
    }

    public record Refused(Endpoint endpoint, Refusal why) {}

    /**
     * What came of asking.
     *
     * @param sent as it left the house
     */
    public record Written(ModelReply reply, Prompt sent) {}

    /** Whom this bot's text would be sent to, if to anybody. */
    public Optional<Endpoint> endpoint(Bot bot) {
        return choose(bot).endpoint();
    }

    public Choice choose(Bot bot) {
        return choose(bot.provider(), bot.model());
    }

    /**
     * The first that is set up and allowed. Whoever named one provider did not choose another, so
     * only who left it open goes on to the next.
     */
    public Choice choose(Provider provider, @Nullable String model) {
        var endpoints = Endpoint.inOrder(provider, model, settings);
        if (endpoints.isEmpty()) {
            return new Choice(Optional.empty(), List.of());
        }
        var rules = egress.rules();
        var refused = new ArrayList<Refused>();
        for (var endpoint : endpoints) {
            var why = rules.refusal(endpoint.baseUrl().getHost());
            if (why.isEmpty()) {
                return new Choice(Optional.of(endpoint), refused);
            }
            refused.add(new Refused(endpoint, why.get()));
        }
        return new Choice(Optional.empty(), refused);
    }

    /** An answer would have been asked of these. */
    public void noteRefused(List<Refused> refused) {
        for (var each : refused) {
            egress.refused(
                    Purpose.ANSWER, each.endpoint().baseUrl().getHost(), each.endpoint().model());
        }
    }

    public Written write(
            Endpoint endpoint, Purpose purpose, Prompt prompt, ModelListener listener) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A model is never asked inside a transaction");
        }
        if (!egress.isMasking()) {
            var reply = write(endpoint, new Outgoing(purpose, prompt, null), listener);
            return new Written(reply, prompt);
        }
        var masking = Masking.of(prompt.system(), prompt.user());
        var masked = masked(prompt, masking);
        var restored = new Restored(listener, masking.restoring());
        var reply = write(endpoint, new Outgoing(purpose, masked, masking.values()), restored);
        restored.finish();
        return new Written(reply, masked);
    }

    private static Prompt masked(Prompt prompt, Masking masking) {
        var system = masking.mask(prompt.system());
        var user = masking.mask(prompt.user());
        if (masking.values() == 0) {
            return prompt;
        }
        return new Prompt(
                system
                        + """

                        Words like %s stand for something that is kept from you, such as an address or a number. \
                        Where an answer needs it, write the word exactly as it stands.
                        """
                                .formatted(masking.example()),
                user);
    }

    /**
     * @param masked how many values were replaced; null where the organization wants none replaced
     */
    private record Outgoing(Purpose purpose, Prompt prompt, @Nullable Integer masked) {}

    private ModelReply write(Endpoint endpoint, Outgoing outgoing, ModelListener listener) {
        try {
            return twice(endpoint, outgoing, listener);
        } catch (EgressRefused refused) {
            return new Failed(Failure.NOT_ALLOWED, refused.why().word());
        }
    }

    private ModelReply twice(Endpoint endpoint, Outgoing outgoing, ModelListener listener) {
        var deadline = System.nanoTime() + settings.totalTimeout().toNanos();
        var first = attempt(endpoint, outgoing, listener, left(deadline));
        if (!(first.reply() instanceof Failed failed) || !failed.failure().isPassing()) {
            return first.reply();
        }
        var pause = pause(first);
        if (pause.compareTo(left(deadline)) >= 0 || !listener.startOver() || !waited(pause)) {
            return failed;
        }
        return attempt(endpoint, outgoing, listener, left(deadline)).reply();
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private record Attempted(ModelReply reply, Optional<String> retryAfter) {}

    private Attempted attempt(
            Endpoint endpoint, Outgoing outgoing, ModelListener listener, Duration left) {
        var firstToken =
                left.compareTo(settings.firstTokenTimeout()) < 0
                        ? left
                        : settings.firstTokenTimeout();
        var host = endpoint.baseUrl().getHost();
        try (var call =
                egress.begin(outgoing.purpose(), host, endpoint.model(), outgoing.masked())) {
            var transport = new Transport(client, watchdog, firstToken, left, call);
            var attempted = attempt(endpoint, outgoing.prompt(), transport, listener);
            if (attempted.reply() instanceof Complete) {
                call.answered();
            }
            return attempted;
        }
    }

    private static Attempted attempt(
            Endpoint endpoint, Prompt prompt, Transport transport, ModelListener listener) {
        var handler = new Handler(transport, listener);
        var request =
                ChatRequest.builder()
                        .messages(
                                SystemMessage.from(prompt.system()),
                                UserMessage.from(prompt.user()))
                        .build();
        endpoint.open(transport).chat(request, handler);
        return new Attempted(handler.reply(), transport.retryAfter());
    }

    private Duration pause(Attempted attempted) {
        return attempted
                .retryAfter()
                .flatMap(header -> RetryAfter.of(header, clock))
                .orElse(PAUSE_WITHOUT_ADVICE);
    }

    private static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() {
        watchdog.shutdownNow();
        client.shutdownNow();
    }

    private static final class Handler implements StreamingChatResponseHandler {
        private final Transport transport;
        private final ModelListener listener;
        private @Nullable ChatResponse response;

        Handler(Transport transport, ModelListener listener) {
            this.transport = transport;
            this.listener = listener;
        }

        @Override
        public void onPartialResponse(String piece) {
            transport.textArrived();
            if (!transport.isStopped() && !listener.text(piece)) {
                transport.stop();
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse complete) {
            response = complete;
        }

        @Override
        public void onError(Throwable error) {
            transport.fail(Failure.MALFORMED, "an event that could not be read");
        }

        /**
         * A stream that ends without the model's word that it is done was cut, whatever the socket
         * says.
         */
        ModelReply reply() {
            if (transport.isStopped()) {
                return new Complete(usage());
            }
            var failure = transport.failure();
            if (failure.isPresent()) {
                return failure.get();
            }
            if (response == null || response.finishReason() == null) {
                return new Failed(Failure.CUT, "the stream ended early");
            }
            return new Complete(usage());
        }

        private Usage usage() {
            var tokens = response == null ? null : response.tokenUsage();
            if (tokens == null) {
                return Usage.NONE;
            }
            return new Usage(count(tokens.inputTokenCount()), count(tokens.outputTokenCount()));
        }

        private static int count(@Nullable Integer tokens) {
            return tokens == null ? 0 : tokens;
        }
    }
}
