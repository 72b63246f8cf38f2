package io.taros.knowledge.web;

import io.taros.knowledge.Source;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Questions with answers written by hand, given word for word where they fit. */
public record QuestionsPage(
        BotPick pick, List<Pair> pairs, Draft draft, @Nullable String next, Waiting waiting)
        implements View {
    public QuestionsPage {
        pairs = List.copyOf(pairs);
    }

    public record Pair(UUID source, String question, String answer, Source.Standing standing) {}

    /** The pair being written. */
    public record Draft(Openness openness, String question, String answer, FormErrors errors) {
        public static final Draft NONE = new Draft(Openness.CLOSED, "", "", FormErrors.NONE);
        public static final Draft EMPTY = new Draft(Openness.OPEN, "", "", FormErrors.NONE);
    }

    public enum Openness {
        OPEN,
        CLOSED
    }

    @Override
    public String template() {
        return "knowledge/questions";
    }

    @Override
    public HttpStatus status() {
        return draft.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
