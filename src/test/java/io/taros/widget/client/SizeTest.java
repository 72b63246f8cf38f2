package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a visitor downloads, gzipped: the loader with the page, the rest when the chat is opened.
 */
class SizeTest {
    private static final int LOADER = 4_600;
    private static final int EVERYTHING = 25_000;

    @Test
    void loaderStaysSmall() {
        assertThat(WidgetFiles.gzipped(file("loader.js"))).isLessThanOrEqualTo(LOADER);
    }

    @Test
    void everythingAVisitorDownloadsStaysSmall() {
        var largestLanguage =
                WidgetFiles.matching("(da|de|en|es|fr|nb|nl|sv)-\\w+\\.js").stream()
                        .max(Comparator.comparing(WidgetFiles::gzipped))
                        .orElseThrow();

        var visit =
                Stream.of(file("loader.js"), file("chat.js"), file("chat.css"), largestLanguage);

        assertThat(visit.mapToLong(WidgetFiles::gzipped).sum()).isLessThanOrEqualTo(EVERYTHING);
    }

    @Test
    void consistsOfNothingElse() {
        assertThat(WidgetFiles.matching(".*\\.(js|css)")).hasSize(9 + 8);
    }

    @Test
    void loaderIsAClassicScriptWithoutNamesOfItsOwn() throws Exception {
        var source = Files.readString(file("loader.js")).strip();

        assertThat(source)
                .startsWith("{")
                .doesNotContain("import{", "import \"", "export{", "innerHTML");
    }

    private static Path file(String name) {
        return WidgetFiles.matching(name.replace(".", "\\.")).getFirst();
    }
}
