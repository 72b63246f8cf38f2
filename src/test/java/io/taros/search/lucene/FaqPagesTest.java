package io.taros.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.search.BotScope;
import io.taros.search.DocumentId;
import io.taros.search.IndexedPassage;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaqPagesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "FAQ, '', -, true",
                "Shop FAQs, '', -, true",
                "Ofte stillede spørgsmål om levering, '', -, true",
                "Häufige Fragen, '', -, true",
                "Help, Vanliga frågor, -, true",
                "Help, '', https://shop.example/faq/delivery, true",
                "Help, '', https://shop.example/support-faq.html, true",
                "Delivery, '', https://shop.example/delivery, false",
                "Faqir carpets, '', https://shop.example/faqir, false",
                "Questions for us, '', -, false",
            })
    void areKnownByTheirNameOrAddress(String title, String heading, String url, boolean isFaq) {
        var passage =
                new IndexedPassage(
                        new PassageId(UUID.randomUUID()),
                        new DocumentId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        new BotScope(UUID.randomUUID()),
                        "en",
                        Passage.Kind.TEXT,
                        title,
                        heading,
                        "Two days.",
                        new float[0],
                        url,
                        Instant.EPOCH);

        assertThat(FaqPages.isOne(passage)).isEqualTo(isFaq);
    }
}
