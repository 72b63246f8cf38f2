package io.taros.search.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.taros.search.DocumentId;
import io.taros.search.LetterEmbedder;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import io.taros.search.lucene.Found;
import io.taros.search.lucene.Found.Signals;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FusionTest {
    private final Fusion fusion = new Fusion(new LetterEmbedder());

    @Test
    void putsFirstWhatIsBestInEverything() {
        var good = text("en", signals(0.6, 0.6, 0.8, 0.9, 0.5));
        var poor = text("en", signals(0.1, 0.1, 0.2, 0.1, 0));

        var ranked = fusion.rank(List.of(poor, good), "en");

        assertThat(ranked).extracting(Ranked::found).containsExactly(good, poor);
        assertThat(ranked.getFirst().features().agreement()).isEqualTo(1);
        assertThat(ranked.getLast().features().agreement()).isEqualTo(0.5);
    }

    @Test
    void trustsWordsMoreWhereTheModelKnowsTheLanguageLess() {
        var byWords = signals(0.5, 0.5, 0.2, 0.5, 0);
        var byVector = signals(0.26, 0.26, 0.9, 0.3, 0);

        assertThat(first("en", byWords, byVector)).isEqualTo(byVector);
        assertThat(first("da", byWords, byVector)).isEqualTo(byWords);
    }

    @Test
    void measuresTheMarginToTheNextDocumentNotToTheNextPassage() {
        var document = new DocumentId(UUID.randomUUID());
        var first = found(document, "en", signals(0.6, 0.6, 0.8, 0.9, 0));
        var sibling = found(document, "en", signals(0.5, 0.5, 0.7, 0.8, 0));
        var stranger = text("en", signals(0.1, 0.1, 0.1, 0.1, 0));

        var ranked = fusion.rank(List.of(first, sibling, stranger), "en");

        var expected = ranked.getFirst().score() - ranked.getLast().score();
        assertThat(ranked.getFirst().features().margin()).isCloseTo(expected, within(1e-9));
        assertThat(ranked.getLast().features().margin()).isNegative();
    }

    @Test
    void measuresTheLeadOverTheOtherDocuments() {
        var first = text("en", signals(0.6, 0.6, 0.8, 0.9, 0));
        var second = text("en", signals(0.3, 0.3, 0.4, 0.5, 0));
        var third = text("en", signals(0.1, 0.1, 0.2, 0.3, 0));

        var ranked = fusion.rank(List.of(first, second, third), "en");

        var others = (ranked.get(1).score() + ranked.get(2).score()) / 2;
        assertThat(ranked.getFirst().features().lead())
                .isCloseTo(ranked.getFirst().score() - others, within(1e-9));
        assertThat(ranked.getLast().features().lead()).isNegative();
    }

    @Test
    void prefersAPageOfQuestionsAmongEquals() {
        var same = signals(0.5, 0.5, 0.5, 0.5, 0);
        var page = text("en", same);
        var faq =
                new Found(
                        new PassageId(UUID.randomUUID()),
                        new DocumentId(UUID.randomUUID()),
                        Passage.Kind.TEXT,
                        "en",
                        true,
                        Instant.EPOCH,
                        new float[0],
                        same);

        assertThat(fusion.rank(List.of(page, faq), "en"))
                .extracting(Ranked::found)
                .containsExactly(faq, page);
    }

    @Test
    void prefersTheNewerOfTwoThatSayNearlyTheSame() {
        var old = dated("2025-03-01T00:00:00Z", 0.51, 1, 0);
        var current = dated("2026-03-01T00:00:00Z", 0.5, 0.95f, 0.31f);

        assertThat(fusion.rank(List.of(old, current), "en"))
                .extracting(Ranked::found)
                .containsExactly(current, old);
    }

    @Test
    void prefersWhatFitsBetterToWhatIsNewer() {
        var old = dated("2025-03-01T00:00:00Z", 0.6, 1, 0);
        var current = dated("2026-03-01T00:00:00Z", 0.5, 0.95f, 0.31f);

        assertThat(fusion.rank(List.of(current, old), "en").getFirst().found()).isEqualTo(old);
    }

    @Test
    void asksNoAgeOfWhatSaysSomethingElseOrWasReadOnOneDay() {
        var best = dated("2025-03-01T09:00:00Z", 0.51, 1, 0);
        var onTheMatter = dated("2026-03-01T09:00:00Z", 0.5, 0.8f, 0.6f);
        var sameDay = dated("2025-03-01T21:00:00Z", 0.5, 1, 0);

        var ranked = fusion.rank(List.of(best, onTheMatter, sameDay), "en");

        assertThat(ranked.getFirst().found()).isEqualTo(best);
        assertThat(ranked.get(1).score()).isEqualTo(ranked.get(2).score());
    }

    private static Found dated(String changed, double fit, float... vector) {
        return new Found(
                new PassageId(UUID.randomUUID()),
                new DocumentId(UUID.randomUUID()),
                Passage.Kind.TEXT,
                "en",
                false,
                Instant.parse(changed),
                vector,
                signals(fit, fit, fit, fit, 0));
    }

    @Test
    void asksTheRestOfALongDocument() {
        var chance = document(0.62, 0.1, 0.1);
        var about = document(0.6, 0.55, 0.5);
        var brief = document(0.61);

        var ranked =
                fusion.rank(Stream.of(chance, about, brief).flatMap(List::stream).toList(), "en");

        assertThat(ranked)
                .extracting(Ranked::found)
                .containsSubsequence(brief.getFirst(), about.getFirst(), chance.getFirst());
        assertThat(ranked)
                .extracting(Ranked::found)
                .containsSubsequence(about.get(0), about.get(1), about.get(2));
    }

    @Test
    void prefersWhatTheAnswerBeforeWasAboutAmongEquals() {
        var same = new Signals(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0, 1, 0.7);
        var other = new Signals(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0, 1, 0.1);

        assertThat(first("en", other, same)).isEqualTo(same);
    }

    @Test
    void ranksNothingOutOfNothing() {
        assertThat(fusion.rank(List.of(), "en")).isEmpty();
    }

    private Signals first(String language, Signals... candidates) {
        var found = List.of(candidates).stream().map(each -> text(language, each)).toList();
        return fusion.rank(found, language).getFirst().found().signals();
    }

    private static Signals signals(
            double lexical, double grams, double cosine, double coverage, double title) {
        return new Signals(lexical, grams, lexical, cosine, cosine, coverage, title, 1, 0);
    }

    /** Passages of one document, as well as these fit. */
    private static List<Found> document(double... fits) {
        var document = new DocumentId(UUID.randomUUID());
        return Arrays.stream(fits)
                .mapToObj(fit -> found(document, "en", signals(fit, fit, fit, fit, 0)))
                .toList();
    }

    private static Found text(String language, Signals signals) {
        return found(new DocumentId(UUID.randomUUID()), language, signals);
    }

    private static Found found(DocumentId document, String language, Signals signals) {
        var id = new PassageId(UUID.randomUUID());
        return new Found(
                id,
                document,
                Passage.Kind.TEXT,
                language,
                false,
                Instant.EPOCH,
                new float[0],
                signals);
    }
}
