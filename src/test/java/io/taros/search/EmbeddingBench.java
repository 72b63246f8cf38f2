package io.taros.search;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passages embedded a second, beside LangChain4j's own {@code embedAll} of the same model on the
 * same passages, taking turns in one run. See {@code bench/README.md} for the command and the
 * figures.
 */
public final class EmbeddingBench {
    private static final int ROUNDS = 5;
    private static final int BATCH = 32;

    private EmbeddingBench() {}

    /**
     * A file of JSON lines with {@code text}, how many of them to take, and after how many
     * characters to cut them.
     */
    public static void main(String[] arguments) throws Exception {
        var count = Integer.parseInt(arguments[1]);
        var length = Integer.parseInt(arguments[2]);
        List<String> texts;
        try (var lines = Files.lines(Path.of(arguments[0]))) {
            texts =
                    lines.map(line -> JsonMapper.shared().readTree(line).path("text").asString())
                            .filter(text -> text.length() >= length)
                            .map(text -> text.substring(0, length))
                            .distinct()
                            .limit(count)
                            .toList();
        }
        EmbeddingModel theirs = new AllMiniLmL6V2QuantizedEmbeddingModel();
        var ours = new double[ROUNDS];
        var other = new double[ROUNDS];
        for (var round = -1; round < ROUNDS; round++) {
            // A new one each time: it remembers short texts.
            var embedder = OnnxEmbedder.miniLm();
            embedder.awaitModel();
            var mine = rate(texts, embedder::embed);
            var langchain =
                    rate(
                            texts,
                            batch ->
                                    theirs.embedAll(
                                            batch.stream().map(TextSegment::from).toList()));
            if (round >= 0) {
                ours[round] = mine;
                other[round] = langchain;
            }
        }
        Arrays.sort(ours);
        Arrays.sort(other);
        System.out.printf(
                "%d texts of %d characters: ours %.1f/s, LangChain4j %.1f/s, ratio %.2f%n",
                texts.size(),
                length,
                ours[ROUNDS / 2],
                other[ROUNDS / 2],
                ours[ROUNDS / 2] / other[ROUNDS / 2]);
        System.exit(0);
    }

    private static double rate(List<String> texts, Consumer<List<String>> embed) {
        var start = System.nanoTime();
        for (var from = 0; from < texts.size(); from += BATCH) {
            embed.accept(texts.subList(from, Math.min(from + BATCH, texts.size())));
        }
        return texts.size() / ((System.nanoTime() - start) / 1e9);
    }
}
