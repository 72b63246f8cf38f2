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
import io.taros.platform.models.ModelSettings;
import io.taros.platform.models.RetryAfter;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
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
 */
@Component
@EnableConfigurationProperties(ModelSettings.class)
public class Models implements DisposableBean {
    private static final Duration PAUSE_WITHOUT_ADVICE = Duration.ofMillis(500);

    private final ModelSettings settings;
    private final InstantSource clock;
    private final HttpClient client;
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("model-watchdog").factory());

    public Models(ModelSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(settings.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** Whom this bot's text would be sent to, if to anybody. */
    public Optional<Endpoint> endpoint(Bot bot) {
        return endpoint(bot.provider(), bot.model());
    }

    public Optional<Endpoint> endpoint(Provider provider, @Nullable String model) {
        return Endpoint.of(provider, model, settings);
    }

    public ModelReply write(Endpoint endpoint, Prompt prompt, ModelListener listener) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A model is never asked inside a transaction");
        }
        var deadline = System.nanoTime() + settings.totalTimeout().toNanos();
        var first = attempt(endpoint, prompt, listener, left(deadline));
        if (!(first.reply() instanceof Failed failed) || !failed.failure().isPassing()) {
            return first.reply();
        }
        var pause = pause(first);
        if (pause.compareTo(left(deadline)) >= 0 || !listener.startOver() || !waited(pause)) {
            return failed;
        }
        return attempt(endpoint, prompt, listener, left(deadline)).reply();
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private record Attempted(ModelReply reply, Optional<String> retryAfter) {}

    private Attempted attempt(
            Endpoint endpoint, Prompt prompt, ModelListener listener, Duration left) {
        var firstToken =
                left.compareTo(settings.firstTokenTimeout()) < 0
                        ? left
                        : settings.firstTokenTimeout();
        var transport = new Transport(client, watchdog, firstToken, left);
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
