package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever a server answers with can be read. In a normal run the pages beside this class are read
 * again; with JAZZER_FUZZ=1 in the environment new ones are made up for ten minutes.
 */
class HtmlReaderFuzzIT {
    private static final int LONGEST_PASSAGE = 1_400;

    @FuzzTest(maxDuration = "10m")
    void readsAnyPage(byte[] body) {
        HtmlPage page = HtmlReader.read(body, null, "http://site.example/page");

        assertThat(page.text()).doesNotContain("\u200b", "\u00ad");
        assertThat(page.margin()).allSatisfy(block -> assertThat(block).isNotBlank());
        assertThat(Blocks.without(page.text(), block -> false)).isEqualTo(page.text());
        assertThat(PassageSplitter.split(page.text(), paragraph -> "und"))
                .allSatisfy(cut ->
                        assertThat(cut.text().length()).isLessThanOrEqualTo(LONGEST_PASSAGE));
    }
}
