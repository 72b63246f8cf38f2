package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.SharedData;
import io.taros.search.Languages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The figures that docs/teach.md gives for telling languages. */
class LanguageFiguresTest {
    private static final int PAGES = 50;

    private final Readings readings = new Readings(new Languages());

    private static List<JsonNode> documents(String set) throws IOException {
        return SharedData.rows(SharedData.folder("data").resolve(set).resolve("docs.jsonl"));
    }

    private record Share(double ofDocuments, double ofPassages) {}

    private Share share(List<JsonNode> documents) {
        var right = 0;
        var passages = new ArrayList<Boolean>();
        for (var document : documents) {
            var language = document.path("lang").asString();
            var reading =
                    readings.text(
                            document.path("title").asString(""),
                            document.path("text").asString(),
                            null);
            right += reading.language().equals(language) ? 1 : 0;
            reading.pieces().forEach(piece -> passages.add(piece.language().equals(language)));
        }
        return new Share((double) right / documents.size(), rightOf(passages));
    }

    @ParameterizedTest
    @CsvSource({
        "multilingual_xquad, 1, 0.995",
        "multilingual_norquad, 1, 0.995",
        "danish_docs, 0.98, 0.99",
        "danish_support, 0.97, 0.96"
    })
    void areKept(String set, double ofDocuments, double ofPassages) throws IOException {
        var share = share(documents(set));

        assertThat(share.ofDocuments())
                .as("documents of %s", set)
                .isGreaterThanOrEqualTo(ofDocuments);
        assertThat(share.ofPassages()).as("passages of %s", set).isGreaterThanOrEqualTo(ofPassages);
    }

    private static double rightOf(List<Boolean> right) {
        return (double) right.stream().filter(is -> is).count() / right.size();
    }

    @Test
    void areKeptOfPagesInTwoLanguages() throws IOException {
        var texts = new TreeMap<String, List<String>>();
        for (var document : documents("multilingual_xquad")) {
            texts.computeIfAbsent(document.path("lang").asString(), any -> new ArrayList<>())
                    .add(document.path("text").asString());
        }
        var languages = List.copyOf(texts.keySet());
        var right = new ArrayList<Boolean>();
        for (var i = 0; i < PAGES; i++) {
            var one = languages.get(i % languages.size());
            var other = languages.get((i + 1) % languages.size());
            var mine = half(texts.get(one), i);
            var theirs = half(texts.get(other), i);
            for (var piece : readings.text("", mine + "\n\n" + theirs, one).pieces()) {
                var spoken = piece.language().equals(one) ? mine : theirs;
                right.add(inOneLine(spoken).contains(inOneLine(piece.text())));
            }
        }

        assertThat(rightOf(right)).isGreaterThanOrEqualTo(0.99);
    }

    /** A passage begins a new line where a long paragraph was cut. */
    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String half(List<String> texts, int page) {
        return String.join("\n\n", texts.subList(2 * page, 2 * page + 2));
    }
}
