package io.taros.search;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taros.platform.jobs.Background;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/** A model in this process: no key, no network. */
final class OnnxEmbedder implements LocalEmbedder {
    /** More threads than this took time from answering and gave ingestion little. */
    private static final int THREADS = 2;

    /** The same passages are quoted again and again; 8,000 vectors are 14 MB. */
    private static final int RECENT = 8_000;

    private static final int SENTENCE = 400;

    private final Cache<String, float[]> recent = Caffeine.newBuilder().maximumSize(RECENT).build();
    private final String model;
    private final ToDoubleFunction<String> weights;
    private final boolean isMultilingual;
    private final InBackground<Encoder> encoder;
    private final ExecutorService asked =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().name("embed-asked-", 0).daemon().factory());
    private final ExecutorService taught =
            Executors.newFixedThreadPool(THREADS, Background.threads("embed-taught-"));

    private OnnxEmbedder(
            String model,
            ToDoubleFunction<String> weights,
            boolean isMultilingual,
            InBackground<Encoder> encoder) {
        this.model = model;
        this.weights = weights;
        this.isMultilingual = isMultilingual;
        this.encoder = encoder;
    }

    /** The one that is always there: 384 dimensions, trained on English. */
    static OnnxEmbedder miniLm() {
        var name = "all-minilm-l6-v2-q";
        return new OnnxEmbedder(
                name,
                OnnxEmbedder::weightOfMiniLm,
                false,
                new InBackground<>(Encoder.ofResources(name)));
    }

    /**
     * An operator's own. It is read at once, so that one that cannot be used stops the start. Who
     * brings a model knows the languages it is for: it is trusted alike in all of them.
     */
    static OnnxEmbedder of(ModelFolder folder, boolean isMultilingual) {
        var encoder = folder.read();
        return new OnnxEmbedder(
                folder.name(), _ -> 1, isMultilingual, new InBackground<>(() -> encoder));
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return embed(texts, taught);
    }

    @Override
    public List<float[]> embedNow(List<String> texts) {
        return embed(texts, asked);
    }

    private List<float[]> embed(List<String> texts, ExecutorService threads) {
        var vectors = new HashMap<>(recent.getAllPresent(texts));
        var missing = texts.stream().filter(text -> !vectors.containsKey(text)).distinct().toList();
        var made = make(missing, threads);
        for (var i = 0; i < missing.size(); i++) {
            var text = missing.get(i);
            vectors.put(text, made.get(i));
            if (text.length() <= SENTENCE) {
                recent.put(text, made.get(i));
            }
        }
        return texts.stream().map(text -> requireNonNull(vectors.get(text)).clone()).toList();
    }

    private List<float[]> make(List<String> texts, ExecutorService threads) {
        if (texts.isEmpty()) {
            return List.of();
        }
        var model = encoder.get();
        var encoding = new ArrayList<Future<float[]>>();
        for (var text : texts) {
            encoding.add(threads.submit(() -> model.encode(hasNothing(text) ? "-" : text)));
        }
        var vectors = new ArrayList<float[]>();
        try {
            for (var each : encoding) {
                vectors.add(each.get());
            }
            return vectors;
        } catch (InterruptedException e) {
            encoding.forEach(each -> each.cancel(false));
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while texts were embedded", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("texts could not be embedded", e.getCause());
        }
    }

    /** Names the window, too: vectors of half a passage and of a whole one do not compare. */
    @Override
    public String model() {
        return model + "/" + Encoder.MAX_TOKENS;
    }

    @Override
    public double weightFor(String language) {
        return weights.applyAsDouble(language);
    }

    @Override
    public boolean isMultilingual() {
        return isMultilingual;
    }

    /**
     * Measured on Danish, Norwegian, German and Spanish questions: alone the model is far worse
     * than words there, but at half weight inside the fusion it helped or did no harm on every set.
     */
    private static double weightOfMiniLm(String language) {
        return switch (language) {
            case "en" -> 1;
            case "und" -> 0.75;
            default -> 0.5;
        };
    }

    void warmUp() {
        encoder.start();
    }

    void awaitModel() {
        encoder.get();
    }

    /**
     * The tokenizer makes nothing of spaces and invisible characters, and the model refuses that.
     */
    private static boolean hasNothing(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
