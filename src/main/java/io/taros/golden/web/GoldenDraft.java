package io.taros.golden.web;

import io.taros.golden.Expectation;
import io.taros.golden.GoldenQuestion;
import io.taros.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A golden question being written.
 *
 * @param expectation a word of {@link Expectation.Kind}
 * @param required one fact a line
 */
public record GoldenDraft(
        String question,
        String expectation,
        String required,
        String forbidden,
        String source,
        FormErrors errors) {
    public static final GoldenDraft EMPTY =
            new GoldenDraft("", Expectation.Kind.ANSWER.word(), "", "", "", FormErrors.NONE);

    static GoldenDraft of(GoldenQuestion question) {
        var expected = question.expectation();
        return new GoldenDraft(
                question.question(),
                expected.kind().word(),
                String.join("\n", expected.required()),
                String.join("\n", expected.forbidden()),
                orEmpty(expected.source()),
                FormErrors.NONE);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public boolean expects(Expectation.Kind kind) {
        return Expectation.Kind.of(expectation).filter(kind::equals).isPresent();
    }
}
