package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticularsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Do you deliver to Norway?          | We deliver to Norway and Sweden.     | 1   | 1 | 1
                    en | Do you deliver to Norway?          | We deliver to Sweden.                | 0   | 1 | 1
                    en | Was it open in Oslo in 2019?       | The shop in Oslo opened in 2021.     | 0.5 | 1 | 1
                    en | Which parts are not covered?       | The warranty covers the frame.       | 1   | 0 | 1
                    en | Which parts are not covered?       | Chains are not covered.              | 1   | 1 | 1
                    en | What is the cheapest subscription? | A subscription costs 5 EUR a month.  | 1   | 1 | 0
                    en | What is the cheapest subscription? | The cheapest subscription is Mini.   | 1   | 1 | 1
                    en | How long is the warranty?          | Two years.                           | 1   | 1 | 1
                    da | Hvilke dele er ikke dækket?        | Garantien dækker stellet.            | 1   | 0 | 1
                    da | Hvad er den billigste levering?    | Levering koster 49 kr.               | 1   | 1 | 0
                    """)
    void areWhatAnAnswerMustShareWithItsQuestion(
            String language,
            String question,
            String said,
            double names,
            double denial,
            double qualifiers) {
        assertThat(Particulars.of(question, said, language))
                .isEqualTo(new Particulars(names, denial, qualifiers));
    }

    /** Every noun begins with a capital there. */
    @Test
    void takeNoNounOfGermanForAName() {
        assertThat(Particulars.of("Wie lange gilt die Garantie?", "Zwei Jahre.", "de").names())
                .isEqualTo(1);
    }
}
