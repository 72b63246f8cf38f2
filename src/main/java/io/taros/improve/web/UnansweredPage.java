package io.taros.improve.web;

import io.taros.platform.web.BotPick;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What visitors asked without getting an answer, asked most often first.
 *
 * @param foreign of these, what was asked in other languages than the bot was taught in
 */
public record UnansweredPage(
        BotPick pick, List<Foreign> foreign, List<Row> questions, Notice notice) implements View {
    public UnansweredPage {
        foreign = List.copyOf(foreign);
        questions = List.copyOf(questions);
    }

    /**
     * @param language of so many questions
     * @param taught the languages the bot was taught in
     */
    public record Foreign(String language, int times, List<String> taught) {
        public Foreign {
            taught = List.copyOf(taught);
        }
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
