package io.taros.golden.web;

import io.taros.golden.Expectation;
import io.taros.golden.GoldenQuestion;
import io.taros.golden.NewGoldenQuestion;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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

    /** With a source that the answer rested on; what else it must have is for a person to say. */
    static GoldenDraft asked(String question, @Nullable String source) {
        return new GoldenDraft(
                question, Expectation.Kind.ANSWER.word(), "", "", orEmpty(source), FormErrors.NONE);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public boolean expects(Expectation.Kind kind) {
        return Expectation.Kind.of(expectation).filter(kind::equals).isPresent();
    }

    /** As its form sends it. */
    record Form(
            @Nullable UUID bot,
            @Nullable String question,
            @Nullable String expectation,
            @Nullable String required,
            @Nullable String forbidden,
            @Nullable String source) {

        NewGoldenQuestion content() {
            return new NewGoldenQuestion(
                    orEmpty(question),
                    Expectation.of(expectation, lines(required), lines(forbidden), source));
        }

        GoldenDraft again(BadInput refused) {
            return new GoldenDraft(
                    orEmpty(question),
                    orEmpty(expectation),
                    orEmpty(required),
                    orEmpty(forbidden),
                    orEmpty(source),
                    FormErrors.of(refused));
        }

        private static List<String> lines(@Nullable String text) {
            return Arrays.asList(orEmpty(text).split("\\R"));
        }
    }
}
