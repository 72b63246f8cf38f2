package io.taros.search.lucene;

import io.taros.search.IndexedPassage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages of frequently asked questions by how they call themselves. Who wrote one thought of
 * those who ask; where it fits as well as another page does, it is the better answer.
 */
final class FaqPages {
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\bfaqs?\\b|frequently asked|questions (?:and|&) answers|\\bq ?& ?a\\b"
                            + "|ofte stillede spørgsmål|spørgsmål og svar|ofte stilte spørsmål|vanlige spørsmål"
                            + "|vanliga frågor|frågor och svar|häufig(?:e|er)? (?:gestellte[rn]? )?fragen"
                            + "|fragen und antworten|foire aux questions|questions fréquentes"
                            + "|preguntas frecuentes|veelgestelde vragen|vragen en antwoorden",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ADDRESS = Pattern.compile("[/._-]faqs?(?:[/._?#-]|$)");

    private FaqPages() {}

    static boolean isOne(IndexedPassage passage) {
        return NAMED.matcher(passage.title()).find()
                || NAMED.matcher(passage.headingPath()).find()
                || isAddress(passage.url());
    }

    private static boolean isAddress(@Nullable String url) {
        return url != null && ADDRESS.matcher(url).find();
    }
}
