package io.taros.answering.web;

import io.taros.answering.Turn;
import io.taros.bot.Recipients;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.search.Edition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Test: ask the bot and see why it answers as it does.
 *
 * @param edition that is asked; absent where there is no draft to choose
 * @param tags of the visitor that is tried
 * @param recipients who gets what is asked
 */
public record PlaygroundPage(
        BotPick pick,
        String question,
        List<Turn> history,
        List<String> suggestions,
        @Nullable Edition edition,
        String tags,
        Recipients recipients,
        @Nullable WhyThisAnswer why,
        FormErrors errors)
        implements View {
    /** What will be told of an answer, in its order. */
    public static final List<String> STEPS =
            List.of("question", "found", "write", "score", "decision");

    public PlaygroundPage {
        history = List.copyOf(history);
        suggestions = List.copyOf(suggestions);
    }

    /** The decision of the last reply, for the next question to tell; empty where there is none. */
    public String before() {
        var decision = history.isEmpty() ? null : history.getLast().decision();
        return decision == null ? "" : decision.name();
    }

    @Override
    public String template() {
        return "answering/playground";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
