package io.taros.improve.web;

import io.taros.platform.web.BotPick;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What visitors asked without getting an answer, asked most often first. */
public record UnansweredPage(BotPick pick, List<Row> questions, Notice notice) implements View {
    public UnansweredPage {
        questions = List.copyOf(questions);
    }

    /**
     * @param id the visitor's message
     */
    public record Row(
            UUID id,
            UUID conversation,
            String text,
            List<String> otherWordings,
            int times,
            Instant lastAskedAt) {
        public Row {
            otherWordings = List.copyOf(otherWordings);
        }
    }

    public enum Notice {
        NONE,
        SAVED,
        /** Saved, but visitors get it only when the draft is published. */
        WAITING,
        DISMISSED
    }

    @Override
    public String template() {
        return "improve/unanswered";
    }
}
