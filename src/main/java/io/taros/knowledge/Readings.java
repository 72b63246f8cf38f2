package io.taros.knowledge;

import io.taros.knowledge.extract.PassageSplitter;
import io.taros.knowledge.extract.PlainText;
import io.taros.search.Languages;
import java.util.ArrayList;
import java.util.List;
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
        return new Reading(
                PlainText.of(givenTitle),
                text,
                language(text, declared),
                pieces(text),
                null,
                null,
                null);
    }

    /** A page of a site teaches what no other page of it teaches. */
    Reading page(String title, String givenText, @Nullable String declared, PageBlocks blocks) {
        String text = PlainText.of(givenText);
        String taught = PlainText.of(blocks.taught(text));
        return new Reading(
                PlainText.of(title),
                text,
                language(text, declared),
                pieces(taught),
                null,
                null,
                blocks);
    }

    private static List<Reading.Piece> pieces(String text) {
        return PassageSplitter.split(text).stream()
                .map(cut -> new Reading.Piece(cut.headingPath(), cut.text(), null))
                .toList();
    }

    Reading qa(NewSource.Qa qa) {
        List<Reading.Piece> pieces = new ArrayList<>();
        pieces.add(new Reading.Piece("", qa.question(), qa.answer()));
        qa.phrasings().forEach(other -> pieces.add(new Reading.Piece("", other, qa.answer())));
        String text = qa.question() + "\n\n" + qa.answer();
        // A question and a short answer are too little to tell a language by.
        String said = text + "\n" + String.join("\n", qa.phrasings());
        return new Reading(qa.question(), text, language(said, null), pieces, null, null, null);
    }

    /**
     * What a text is written in is seen in the text; what it says of itself is often a template's
     * default.
     */
    private String language(String text, @Nullable String declared) {
        String detected = languages.detect(text);
        return detected.equals(Languages.UNKNOWN) && declared != null ? declared : detected;
    }
}
