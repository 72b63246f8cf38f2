package io.taros.search;

import io.taros.platform.TarosSettings;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.storage.DataDirectory;
import io.taros.search.fusion.Fusion;
import io.taros.search.lucene.Asked;
import io.taros.search.lucene.IndexDirectories;
import io.taros.search.lucene.OpenIndexes;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * Time to find passages in one organization: embedding the question, searching and fusing. Texts
 * are drawn from a vocabulary with the word frequencies of a language, vectors from clusters. See
 * {@code bench/search.md} for the command and the figures.
 */
public final class SearchBench {
    private static final int DIMENSIONS = 384;
    private static final int CLUSTERS = 200;
    private static final int WORDS = 20_000;
    private static final int ROUNDS = 500;

    private final Random random = new Random(7);
    private final List<String> words = IntStream.range(0, WORDS).mapToObj(any -> word()).toList();
    private final List<float[]> clusters =
            IntStream.range(0, CLUSTERS).mapToObj(any -> gaussian()).toList();
    private final BotScope bot = new BotScope(UUID.randomUUID());

    public static void main(String[] arguments) throws Exception {
        var passages = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        new SearchBench().run(passages);
    }

    private void run(int passages) throws Exception {
        var settings =
                new TarosSettings(
                        Files.createTempDirectory("bench"), URI.create("http://localhost"));
        var embedder = OnnxEmbedder.miniLm();
        var directories = new IndexDirectories(new DataDirectory(settings));
        var indexes = new OpenIndexes(directories, embedder, event -> {});
        var fusion = new Fusion(embedder);
        var organization = new OrganizationId(UUID.randomUUID());

        var start = System.nanoTime();
        indexes.rebuild(organization, IntStream.range(0, passages).mapToObj(any -> passage()));
        System.out.printf("indexed %,d passages in %.1f s%n", passages, since(start) / 1000);

        var embedding = new double[ROUNDS];
        var searching = new double[ROUNDS];
        for (var round = -ROUNDS; round < ROUNDS; round++) {
            var question = text(9);
            start = System.nanoTime();
            var vector = embedder.embed(List.of(question)).getFirst();
            var embedded = since(start);
            start = System.nanoTime();
            indexes.corrected(organization, question);
            fusion.rank(
                    indexes.search(
                            organization,
                            new Asked(
                                    bot,
                                    List.of(new Asked.Wording(question, near(vector))),
                                    new float[0])),
                    "en");
            if (round >= 0) {
                embedding[round] = embedded;
                searching[round] = since(start);
            }
        }
        print("embed the question", embedding);
        print("search and fuse", searching);
        indexes.close();
    }

    private IndexedPassage passage() {
        return new IndexedPassage(
                new PassageId(UUID.randomUUID()),
                new DocumentId(UUID.randomUUID()),
                UUID.randomUUID(),
                bot,
                "en",
                Passage.Kind.TEXT,
                text(6),
                text(3),
                text(150),
                near(clusters.get(random.nextInt(CLUSTERS))),
                null,
                Instant.EPOCH);
    }

    /** Zipf: the n-th word is n times rarer than the first. */
    private String text(int length) {
        return IntStream.range(0, length)
                .mapToObj(any -> words.get((int) Math.pow(WORDS, random.nextDouble()) - 1))
                .collect(Collectors.joining(" "));
    }

    private String word() {
        return random.ints(3 + random.nextInt(8), 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private float[] near(float[] centre) {
        var vector = gaussian();
        for (var i = 0; i < DIMENSIONS; i++) {
            vector[i] = centre[i] + 0.05f * vector[i];
        }
        return VectorUtil.l2normalize(vector);
    }

    private float[] gaussian() {
        var vector = new float[DIMENSIONS];
        for (var i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return VectorUtil.l2normalize(vector);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms%n",
                what, millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    }
}
