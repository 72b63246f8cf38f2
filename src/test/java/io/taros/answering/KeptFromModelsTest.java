package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.taros.answering.Trace.Attempt;
import io.taros.answering.model.ModelServer;
import io.taros.answering.model.Models;
import io.taros.answering.model.Protocol;
import io.taros.bot.Provider;
import io.taros.platform.egress.LedgerEntry;
import io.taros.platform.egress.LedgerEntry.Outcome;
import io.taros.platform.egress.Refusal;
import io.taros.platform.models.ModelSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** P-15, P-22: where a vendor is not allowed the answer comes from the next rung, never around. */
class KeptFromModelsTest {
    private static final String QUESTION = "How long does standard delivery take?";

    private final Shop shop = Shop.sample();

    private static ModelSettings settings(URI mistral) {
        return new ModelSettings(
                new ModelSettings.OpenAi("sk", URI.create("https://api.openai.com/v1"), "gpt"),
                new ModelSettings.Anthropic(
                        "sk", URI.create("https://api.anthropic.com/v1"), "claude"),
                new ModelSettings.Mistral("sk", mistral, "small"),
                new ModelSettings.Compatible(null, null, "m"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }

    @Test
    void quotesWhereTheOneThatWasNamedIsNotAllowed() {
        var answer =
                shop.answering(settings(URI.create("https://api.mistral.ai/v1")))
                        .answer(new Question(shop.bot(Provider.OPENAI), QUESTION), AnswerSink.NONE);

        assertThat(answer.text()).contains("2 to 4 working days");
        assertThat(answer.trace().sent()).isEmpty();
        assertThat(answer.trace().attempts())
                .extracting(Attempt::outcome)
                .containsExactly(
                        Attempt.Outcome.NO_MATCH,
                        Attempt.Outcome.NOT_ALLOWED,
                        Attempt.Outcome.USED);
        assertThat(answer.trace().attempts().get(1).detail())
                .isEqualTo("api.openai.com: outside-eu");
        assertThat(shop.calls().all())
                .hasSize(1)
                .allSatisfy(call -> {
                    assertThat(call.vendor()).isEqualTo("openai");
                    assertThat(call.outcome()).isEqualTo(Outcome.REFUSED);
                });
    }

    @Test
    void asksTheNextWhereNobodyNamedOne() {
        try (var server = new ModelServer()) {
            server.plays(
                    ModelServer.stream(
                            Protocol.MISTRAL.frames(
                                    "Standard delivery takes 2 to 4 working days [1].")));

            var answer =
                    shop.answering(settings(server.baseUrl()))
                            .answer(
                                    new Question(shop.bot(Provider.AUTOMATIC), QUESTION),
                                    AnswerSink.NONE);

            assertThat(answer.text()).isEqualTo("Standard delivery takes 2 to 4 working days. [1]");
            assertThat(server.received()).hasSize(1);
            assertThat(shop.calls().all())
                    .extracting(LedgerEntry::vendor, LedgerEntry::outcome)
                    .containsExactly(
                            tuple("openai", Outcome.REFUSED),
                            tuple("anthropic", Outcome.REFUSED),
                            tuple("own", Outcome.ANSWERED));
        }
    }

    /** A model that was named for one provider is not asked of another. */
    @Test
    void goesOnWithTheUsualModelOfTheNext() {
        var models =
                new Models(
                        settings(URI.create("https://api.mistral.ai/v1")),
                        InstantSource.system(),
                        shop.calls().egress());

        var choice = models.choose(Provider.AUTOMATIC, "gpt-of-tomorrow");

        assertThat(choice.endpoint().orElseThrow().model()).isEqualTo("small");
        assertThat(choice.refused())
                .extracting(Models.Refused::why)
                .containsExactly(Refusal.OUTSIDE_EU, Refusal.OUTSIDE_EU);
        assertThat(choice.refused().getFirst().endpoint().model()).isEqualTo("gpt-of-tomorrow");
        models.destroy();
    }
}
