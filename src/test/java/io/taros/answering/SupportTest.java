package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.search.DocumentId;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportTest {
    private final Shop embedder = new Shop();
    private final Grounding grounding = new Grounding(new Closeness(embedder));

    private static Passage passage(String text, String language) {
        return new Passage(
                new PassageId(UUID.randomUUID()),
                new DocumentId(UUID.randomUUID()),
                UUID.randomUUID(),
                Passage.Kind.TEXT,
                language,
                "Terms",
                "",
                null,
                0,
                text,
                null,
                Shop.NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | The subscription costs 1,000 EUR and can be cancelled monthly. | It costs 1000 EUR. | true
                    en | The subscription costs 1,000 EUR and can be cancelled monthly. | It costs 1100 EUR. | false
                    en | Gift cards cannot be refunded. | Gift cards can be refunded. | false
                    en | Gift cards can be refunded. | Gift cards cannot be refunded. | false
                    en | Gift cards cannot be refunded. | Gift cards are not refunded. | true
                    en | Shipping costs 4.95 EUR and is not refunded. | Shipping costs 4.95 EUR. | true
                    en | We ship with PostNord from Aarhus. | We ship with PostNord. | true
                    en | We ship with PostNord from Aarhus. | We ship with FedEx from Aarhus. | false
                    en | The offer ends on 24 December 2026. | The offer ends on 25 December 2026. | false
                    da | Gavekort kan ikke refunderes. | Gavekort kan refunderes. | false
                    da | Du kan returnere varer inden for 14 dage. | Varer kan returneres inden for 14 dage. | true
                    de | Gutscheine können nicht erstattet werden. | Gutscheine können erstattet werden. | false
                    """)
    void comparesFactsStrictlyAndWordsLoosely(
            String language, String source, String claim, boolean supported) {
        var support =
                grounding.support(
                        claim, List.of(passage(source, language)), new Evidence("?", language));

        assertThat(support.isEnough()).as(String.valueOf(support)).isEqualTo(supported);
    }
}
