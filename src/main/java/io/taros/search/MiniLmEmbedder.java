package io.taros.search;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.lucene.util.VectorUtil;
import org.springframework.stereotype.Component;

/** The in-process model: no key, no network, 384 dimensions, trained on English. */
@Component
class MiniLmEmbedder implements Embedder {
    /** More threads than this took time from answering and gave ingestion little. */
    private static final int THREADS = 2;

    /** The same passages are quoted again and again; 8,000 vectors are 14 MB. */
    private static final int RECENT = 8_000;

    private static final int SENTENCE = 400;

    private final Cache<String, float[]> recent = Caffeine.newBuilder().maximumSize(RECENT).build();
    private final InBackground<EmbeddingModel> model = new InBackground<>(MiniLmEmbedder::load);

    @Override
    public List<float[]> embed(List<String> texts) {
        var vectors = new HashMap<>(recent.getAllPresent(texts));
        var missing = texts.stream().filter(text -> !vectors.containsKey(text)).distinct().toList();
        var made = missing.isEmpty() ? List.<float[]>of() : make(missing);
        for (var i = 0; i < missing.size(); i++) {
            var text = missing.get(i);
            vectors.put(text, made.get(i));
            if (text.length() <= SENTENCE) {
                recent.put(text, made.get(i));
            }
        }
        return texts.stream().map(text -> requireNonNull(vectors.get(text)).clone()).toList();
    }

    private List<float[]> make(List<String> texts) {
        var segments = texts.stream().map(MiniLmEmbedder::segment).toList();
        return model.get().embedAll(segments).content().stream()
                .map(embedding -> VectorUtil.l2normalize(embedding.vector().clone()))
                .toList();
    }

    @Override
    public String model() {
        return "all-minilm-l6-v2-q";
    }

    /**
     * Measured on Danish, Norwegian, German and Spanish questions: alone the model is far worse
     * than words there, but at half weight inside the fusion it helped or did no harm on every set.
     */
    @Override
    public double weightFor(String language) {
        return switch (language) {
            case "en" -> 1;
            case "und" -> 0.75;
            default -> 0.5;
        };
    }

    void warmUp() {
        model.start();
    }

    private static TextSegment segment(String text) {
        return TextSegment.from(hasNothing(text) ? "-" : text);
    }

    /**
     * The tokenizer makes nothing of spaces and invisible characters, and the model refuses that.
     */
    private static boolean hasNothing(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static EmbeddingModel load() {
        var threads =
                Executors.newFixedThreadPool(
                        THREADS, Thread.ofPlatform().name("embed-", 0).daemon().factory());
        return new AllMiniLmL6V2QuantizedEmbeddingModel(threads);
    }
}
