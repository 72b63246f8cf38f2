package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TellingBlocksTest {
    private static final String TEXT =
            """
            ## Lamps

            They burn for ten thousand hours.

            ## Newsletter

            Write down your address and hear from us.

            ## Example

            ```
            one two three four five

            ## six
            ```

            Too short.\
            """;

    @Test
    void areWhatSaysSomethingByItself() {
        assertThat(Blocks.telling(TEXT))
                .containsExactly(
                        "They burn for ten thousand hours.",
                        "Write down your address and hear from us.");
    }

    @Test
    void leaveWithTheHeadingsThatNothingIsLeftUnder() {
        assertThat(Blocks.without(TEXT, block -> block.startsWith("Write")))
                .isEqualTo(
                        TEXT.replace(
                                "## Newsletter\n\nWrite down your address and hear from us.\n\n",
                                ""));
    }

    @Test
    void stayWithTheirHeadingsWhileAnythingIsLeft() {
        String text = "# Shop\n\n## News\n\nWrite down your address here.\n\nNo spam.\n\n## Empty";

        assertThat(Blocks.without(text, block -> block.startsWith("Write")))
                .isEqualTo("# Shop\n\n## News\n\nNo spam.\n\n## Empty");
        assertThat(Blocks.without(text, block -> false)).isEqualTo(text);
    }
}
