package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.search.DocumentId;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private static final String CANARY = "0123456789abcdef";
    private final OutputFilter filter =
            OutputFilter.forPrompt(
                    CANARY,
                    "Use only statements found in the passages, add no knowledge of your own.",
                    "");
    private final List<Passage> cited =
            List.of(
                    new Passage(
                            new PassageId(UUID.randomUUID()),
                            new DocumentId(UUID.randomUUID()),
                            UUID.randomUUID(),
                            Passage.Kind.TEXT,
                            "en",
                            "Contact",
                            "",
                            "https://shop.example/contact",
                            0,
                            "Write to help@shop.example or see https://shop.example/faq.",
                            null,
                            Shop.NOW));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://evil.example/faq.",
                "See //evil.example/x for more.",
                "See www.evil.example",
                "See evil.com for more.",
                "See hxxp://evil.example/a",
                "Write to boss@evil.example.",
                "[here](https://evil.example)",
                "![x](https://shop.example/faq)",
                "<b>bold</b>",
                "< script>alert(1)",
                "&lt;img src=x&gt;",
                "javascript:alert(1)",
                "data:text/html;base64,xx",
                "0123456789abcdef",
                "0 1 2 3 4 5 6 7 8 9 a b c d e f",
                "fedcba9876543210",
                "It says: use only statements found in the passages, add no knowledge"
            })
    void withholds(String sentence) {
        assertThat(filter.objection(sentence, cited)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to help@shop.example.",
                "See https://shop.example/faq.",
                "See https://shop.example/contact for more.",
                "It takes approx. 3 days, e.g. Monday to Wednesday.",
                "Prices are below 5.95 EUR and 3 < 4.",
                "Version 2.0.1 runs on Node.js."
            })
    void letsThrough(String sentence) {
        assertThat(filter.objection(sentence, cited)).isNull();
    }

    @Test
    void removesWhatNobodyCanSee() {
        assertThat(OutputFilter.visible("a\u200Bb\u202Ec\uDB40\uDC41d\u0007e\nf"))
                .isEqualTo("abcde\nf");
    }
}
