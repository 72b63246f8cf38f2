package io.taros.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.web.DocumentPage.Text;
import org.junit.jupiter.api.Test;

class DocumentTextTest {
    private static final String LONGEST = "a".repeat(200_000);

    @Test
    void isShownUpToItsLimit() {
        assertThat(Text.of(LONGEST)).isEqualTo(new Text(LONGEST, true));
        assertThat(Text.of(LONGEST + "b")).isEqualTo(new Text(LONGEST, false));
    }

    @Test
    void isNotCutWithinACharacter() {
        var start = "a".repeat(199_999);

        assertThat(Text.of(start + "🦊🦊")).isEqualTo(new Text(start, false));
    }
}
