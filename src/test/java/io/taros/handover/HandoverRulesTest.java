package io.taros.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.handover.HandoverRules.OfAnger;
import io.taros.handover.HandoverRules.OfTopic;
import io.taros.handover.HandoverRules.Topic;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverRulesTest {
    private static final HandoverRules RULES =
            new HandoverRules(
                    List.of(
                            new Topic("Cancelling", List.of("cancel*", "end my contract"), null),
                            new Topic("Afmelding", List.of("opsige", "fortrød"), null)),
                    2,
                    true,
                    List.of("never again"),
                    null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to cancel.",
                "CANCELLATION, please",
                "How do I end my contract?",
                "how do i END   my\ncontract",
                "Jeg vil opsige den",
                "Jeg fortrød købet"
            })
    void aTopicIsKnownByItsWords(String message) {
        assertThat(RULES.triggeredBy(message)).hasValue(new OfTopic(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When does my contract end?",
                "Kan jeg opsigelse?",
                "Do you sell cans?",
                "cance",
                "***",
                ""
            })
    void otherWordsAreNoTopic(String message) {
        assertThat(RULES.triggeredBy(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is ridiculous!!!",
                "Never again.",
                "Det er til grin",
                "Das ist eine Frechheit",
                "C’est une honte",
                "Es una verguenza",
                "what the fucking hell"
            })
    void angerIsKnownByItsWords(String message) {
        assertThat(RULES.triggeredBy(message)).hasValue(new OfAnger());
    }

    /** Words that look like others' angry ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Der dritte Artikel fehlt",
                "Hat der Kutter Segel?",
                "I need a lawyer's invoice",
                "Er der en advokat, jeg kan tale med?",
                "How do I report a scam?",
                "The skit was funny",
                "Fans of the band get a discount?",
                "Can I dispute a charge?"
            })
    void aCalmQuestionIsNotAngry(String message) {
        assertThat(RULES.triggeredBy(message)).isEmpty();
    }

    @Test
    void theFirstTopicNamesTheTeam() {
        var returns = new Team.Id(UUID.randomUUID());
        var rules =
                new HandoverRules(
                        List.of(
                                new Topic("Returns", List.of("return*"), returns),
                                new Topic("Refunds", List.of("refund"), null)),
                        null,
                        false,
                        List.of(),
                        null);

        assertThat(rules.triggeredBy("A refund for what I returned"))
                .hasValue(new OfTopic(returns));
    }

    @Test
    void oursCountOnlyWhereTheyAreWanted() {
        var without = new HandoverRules(List.of(), null, false, List.of("never again"), null);

        assertThat(without.triggeredBy("This is ridiculous")).isEmpty();
        assertThat(without.triggeredBy("Never again")).hasValue(new OfAnger());
    }

    @Test
    void enoughIsWhatTheOwnerSays() {
        assertThat(RULES.isEnough(1)).isFalse();
        assertThat(RULES.isEnough(2)).isTrue();
        assertThat(RULES.isEnough(3)).isTrue();
        assertThat(HandoverRules.NONE.isEnough(100)).isFalse();
    }
}
