package io.taros.golden;

import io.taros.answering.Answer;
import io.taros.answering.Citation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer as far as it is kept to be compared with the next.
 *
 * @param choices what was offered where the bot asked back; none otherwise, nor of a run from
 *     before it could
 */
public record GivenAnswer(
        Answer.Outcome outcome,
        String text,
        String language,
        double score,
        List<Source> sources,
        List<String> choices) {

    /**
     * What was cited.
     *
     * @param number of its marker in the text
     */
    public record Source(
            int number,
            UUID sourceId,
            UUID documentId,
            String title,
            @Nullable String url,
            String quote) {}

    public GivenAnswer {
        sources = List.copyOf(sources);
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    static GivenAnswer of(Answer answer) {
        return new GivenAnswer(
                answer.outcome(),
                answer.text(),
                answer.language(),
                answer.reliability().score(),
                sources(answer.citations()),
                answer.choices());
    }

    static List<Source> sources(List<Citation> citations) {
        return citations.stream().map(GivenAnswer::source).toList();
    }

    private static Source source(Citation citation) {
        return new Source(
                citation.number(),
                citation.source(),
                citation.document().value(),
                citation.title(),
                citation.url(),
                citation.quote());
    }
}
