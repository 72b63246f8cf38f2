package io.taros.knowledge.web;

import io.taros.knowledge.Problem;
import io.taros.knowledge.Sentence;
import io.taros.knowledge.Source;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of a source what lists and progress show. */
@Component
class ShownSources {
    private final Sentence sentence;

    ShownSources(Sentence sentence) {
        this.sentence = sentence;
    }

    SourceRow row(Source source, Locale locale) {
        return new SourceRow(
                source.id().value(),
                SourcePages.kindOf(source),
                source.shownTitle(),
                source.url(),
                SourceRow.State.of(source),
                source.standing(),
                source.progress(),
                source.createdAt(),
                say(source.problem(), locale),
                source.audience());
    }

    @Nullable String say(@Nullable Problem problem, Locale locale) {
        return problem == null ? null : sentence.of(problem, locale);
    }
}
