package io.taros.search.remote;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.data.segment.TextSegment;
import io.taros.platform.egress.Egress;
import io.taros.platform.egress.EgressRefused;
import io.taros.platform.egress.Purpose;
import io.taros.platform.masking.Generalized;
import io.taros.platform.models.RetryAfter;
import io.taros.search.Embedder;
import io.taros.search.EmbeddingFailed;
import io.taros.search.EmbeddingFailed.Reason;
import io.taros.search.QuestionVectors;
import io.taros.search.SentTexts;
import io.taros.search.WordsAlone;
import io.taros.search.remote.Exchange.Trouble;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A model at a provider: one short try for a question, several patient ones for what is taught. */
public final class RemoteEmbedder implements Embedder, DisposableBean {
    private static final int TRIES = 4;

    /** Whoever is asked to wait longer has more of it as a job. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** While a provider fails, not every visitor has to wait to find out. */
    private static final Duration REST = Duration.ofSeconds(3);

    /** Questions come back: as follow-ups, in golden runs. 1,000 vectors are 4 MB. */
    private static final int RECENT = 1_000;

    /** Said by servers that take fewer texts at a time than others. */
    private static final Set<Integer> PERHAPS_TOO_MUCH = Set.of(400, 413, 422);

    private final RemoteModel model;
    private final Patience patience;
    private final InstantSource clock;
    private final Egress egress;
    private final HttpClient client;
    private final Cache<String, float[]> recent = Caffeine.newBuilder().maximumSize(RECENT).build();
    private volatile Resting resting = new Resting(Instant.EPOCH, "");

    private record Resting(Instant until, String why) {}

    private sealed interface Tried {
        record Made(List<float[]> vectors) implements Tried {}

        record Failed(Trouble trouble) implements Tried {}
    }

    public RemoteEmbedder(
            RemoteModel model, Patience patience, InstantSource clock, Egress egress) {
        this.model = model;
        this.patience = patience;
        this.clock = clock;
        this.egress = egress;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(patience.connection())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        refuseInsideATransaction();
        var vectors = new ArrayList<float[]>(texts.size());
        try {
            for (var batch : Batches.of(texts)) {
                vectors.addAll(patiently(batch));
            }
        } catch (EgressRefused refused) {
            throw failed(trouble(Reason.NOT_ALLOWED, refused.why().word()));
        }
        return vectors;
    }

    private List<float[]> patiently(List<String> batch) {
        var pause = patience.firstPause();
        for (var tries = 1; ; tries++) {
            switch (attempt(sending(Purpose.EMBED_KNOWLEDGE, batch), patience.batch())) {
                case Tried.Made(var vectors) -> {
                    return vectors;
                }
                case Tried.Failed(var trouble) -> {
                    if (batch.size() > 1 && PERHAPS_TOO_MUCH.contains(trouble.status())) {
                        return inHalves(batch);
                    }
                    var wait = advised(trouble).orElse(pause);
                    if (!trouble.reason().isPassing()
                            || tries == TRIES
                            || wait.compareTo(LONGEST_PAUSE) > 0
                            || !waited(wait)) {
                        throw failed(trouble);
                    }
                    pause = pause.multipliedBy(2);
                }
            }
        }
    }

    private List<float[]> inHalves(List<String> batch) {
        var vectors = new ArrayList<>(patiently(batch.subList(0, batch.size() / 2)));
        vectors.addAll(patiently(batch.subList(batch.size() / 2, batch.size())));
        return vectors;
    }

    @Override
    public QuestionVectors embedQuestion(List<String> texts) {
        refuseInsideATransaction();
        var known = new HashMap<>(recent.getAllPresent(texts));
        var missing = texts.stream().filter(text -> !known.containsKey(text)).distinct().toList();
        if (missing.isEmpty()) {
            return made(texts, known, null);
        }
        var rest = resting;
        if (clock.instant().isBefore(rest.until())) {
            return new QuestionVectors.Missing(notEmbedded(rest.why()), null);
        }
        var sending =
                sending(Purpose.EMBED_QUESTION, missing.stream().map(Batches::fitting).toList());
        var sent =
                new SentTexts(model.provider().name(), model.name(), model.host(), sending.texts());
        return switch (question(sending)) {
            case Tried.Made(var vectors) -> {
                for (var i = 0; i < vectors.size(); i++) {
                    known.put(missing.get(i), vectors.get(i));
                    recent.put(missing.get(i), vectors.get(i));
                }
                yield made(texts, known, sent);
            }
            case Tried.Failed(var trouble) when trouble.reason() == Reason.NOT_ALLOWED ->
                    new QuestionVectors.Missing(
                            new WordsAlone(WordsAlone.Cause.NOT_ALLOWED, trouble.detail()), null);
            case Tried.Failed(var trouble) -> {
                rest(trouble);
                yield new QuestionVectors.Missing(notEmbedded(trouble.detail()), sent);
            }
        };
    }

    private static QuestionVectors made(
            List<String> texts, Map<String, float[]> known, @Nullable SentTexts sent) {
        return new QuestionVectors.Made(
                texts.stream().map(text -> requireNonNull(known.get(text))).toList(), sent);
    }

    private static WordsAlone notEmbedded(String detail) {
        return new WordsAlone(WordsAlone.Cause.NOT_EMBEDDED, detail);
    }

    private void rest(Trouble trouble) {
        var advised = advised(trouble).orElse(REST);
        var pause = advised.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : advised;
        resting = new Resting(clock.instant().plus(pause), trouble.detail() + ", a moment ago");
    }

    /** Who lets nothing go waits for nothing, and keeps nobody else from asking. */
    private Tried question(Sending sending) {
        try {
            return attempt(sending, patience.question());
        } catch (EgressRefused refused) {
            return new Tried.Failed(trouble(Reason.NOT_ALLOWED, refused.why().word()));
        }
    }

    /**
     * @param masked how many values were replaced; null where the organization wants none replaced
     */
    private record Sending(Purpose purpose, List<String> texts, @Nullable Integer masked) {}

    private Sending sending(Purpose purpose, List<String> texts) {
        if (!egress.isMasking()) {
            return new Sending(purpose, texts, null);
        }
        var generalized = texts.stream().map(Generalized::of).toList();
        return new Sending(
                purpose,
                generalized.stream().map(Generalized::text).toList(),
                generalized.stream().mapToInt(Generalized::values).sum());
    }

    private Tried attempt(Sending sending, Duration limit) {
        try (var call =
                egress.begin(sending.purpose(), model.host(), model.name(), sending.masked())) {
            var tried = exchanged(sending.texts(), new Exchange(client, limit, call));
            if (tried instanceof Tried.Made) {
                call.answered();
            }
            return tried;
        }
    }

    private Tried exchanged(List<String> batch, Exchange exchange) {
        List<float[]> vectors;
        try {
            vectors =
                    model
                            .open(exchange)
                            .embedAll(batch.stream().map(TextSegment::from).toList())
                            .content()
                            .stream()
                            .map(each -> each.vector())
                            .toList();
        } catch (RuntimeException libraryGaveUp) {
            return new Tried.Failed(exchange.trouble().orElse(unreadable()));
        }
        return checked(vectors, batch.size());
    }

    /** What comes from outside is believed only where it can be used. */
    private Tried checked(List<float[]> vectors, int wanted) {
        if (vectors.size() != wanted) {
            return new Tried.Failed(unreadable());
        }
        for (var vector : vectors) {
            if (vector.length != model.dimensions()) {
                return new Tried.Failed(
                        trouble(
                                Reason.UNFIT,
                                "vectors of %d numbers instead of %d"
                                        .formatted(vector.length, model.dimensions())));
            }
            var square = VectorUtil.dotProduct(vector, vector);
            if (!Float.isFinite(square) || square == 0) {
                return new Tried.Failed(unreadable());
            }
            VectorUtil.l2normalize(vector);
        }
        return new Tried.Made(vectors);
    }

    private static Trouble unreadable() {
        return trouble(Reason.UNREADABLE, "an answer that could not be read");
    }

    private static Trouble trouble(Reason reason, String detail) {
        return new Trouble(reason, detail, null, 0);
    }

    private Optional<Duration> advised(Trouble trouble) {
        return Optional.ofNullable(trouble.retryAfter())
                .flatMap(header -> RetryAfter.of(header, clock));
    }

    private EmbeddingFailed failed(Trouble trouble) {
        return new EmbeddingFailed(trouble.reason(), model.host(), trouble.detail());
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

    private static void refuseInsideATransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A provider is never asked inside a transaction");
        }
    }

    @Override
    public boolean isAllowed() {
        return egress.refusal(model.host()).isEmpty();
    }

    @Override
    public Optional<String> host() {
        return Optional.of(model.host());
    }

    @Override
    public String model() {
        return model.id();
    }

    /** The providers' models were trained on many languages and are trusted alike in all. */
    @Override
    public double weightFor(String language) {
        return 1;
    }

    @Override
    public boolean isMultilingual() {
        return model.isMultilingual();
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
