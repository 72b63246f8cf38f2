package io.taros.knowledge;

import io.taros.knowledge.extract.PassageSplitter;
import io.taros.knowledge.extract.PlainText;
import io.taros.search.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes readings: cuts texts and tells their language. */
@Component
class Readings {
    private final Languages languages;

    Readings(Languages languages) {
        this.languages = languages;
    }

    Reading text(String givenTitle, String givenText, @Nullable String declared) {
        String text = PlainText.of(givenText);
        String language = languages.detect(text, declared);
        return new Reading(
                PlainText.of(givenTitle), text, language, pieces(text, language), null, null, null);
    }

    /** A page of a site teaches what no other page of it teaches. */
    Reading page(String title, String givenText, @Nullable String declared, PageBlocks blocks) {
        String text = PlainText.of(givenText);
        String taught = PlainText.of(blocks.taught(text));
        String language = languages.detect(text, declared);
        return new Reading(
                PlainText.of(title), text, language, pieces(taught, language), null, null, blocks);
    }

    private List<Reading.Piece> pieces(String text, String language) {
        var languageOf = languages.partsOf(language);
        return PassageSplitter.split(text, languageOf).stream()
                .map(cut ->
                        new Reading.Piece(
                                cut.headingPath(),
                                cut.text(),
                                null,
                                spoken(cut, language, languageOf)))
                .toList();
    }

    /** Of many short paragraphs none may tell what all of them do. */
    private static String spoken(
            PassageSplitter.Cut cut, String language, UnaryOperator<String> languageOf) {
        var told =
                cut.language().equals(Languages.UNKNOWN)
                        ? languageOf.apply(cut.text())
                        : cut.language();
        return told.equals(Languages.UNKNOWN) ? language : told;
    }

    Reading qa(NewSource.Qa qa) {
        String text = qa.question() + "\n\n" + qa.answer();
        // A question and a short answer are too little to tell a language by.
        String language = languages.detect(text + "\n" + String.join("\n", qa.phrasings()));
        List<Reading.Piece> pieces = new ArrayList<>();
        pieces.add(new Reading.Piece("", qa.question(), qa.answer(), language));
        for (String other : qa.phrasings()) {
            pieces.add(
                    new Reading.Piece(
                            "", other, qa.answer(), languages.detectPart(other, language)));
        }
        return new Reading(qa.question(), text, language, pieces, null, null, null);
    }
}
