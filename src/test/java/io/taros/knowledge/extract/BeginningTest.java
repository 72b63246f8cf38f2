package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeginningTest {
    private static final String LONGEST = "a".repeat(200_000);

    @Test
    void isShownUpToItsLimit() {
        assertThat(Beginning.of(LONGEST)).isEqualTo(new Beginning(LONGEST, true));
        assertThat(Beginning.of(LONGEST + "b")).isEqualTo(new Beginning(LONGEST, false));
    }

    @Test
    void isNotCutWithinACharacter() {
        var start = "a".repeat(199_999);

        assertThat(Beginning.of(start + "🦊🦊")).isEqualTo(new Beginning(start, false));
    }
}
