package io.taros.knowledge.web;

import io.taros.knowledge.Failure;
import io.taros.knowledge.Recrawl;
import io.taros.knowledge.SourceRun;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One source: how it went, what was read from it, what was not and why.
 *
 * @param locked whether its file waits for a password
 */
public record SourcePage(
        SourceProgress progress,
        List<DocumentRow> documents,
        List<Failure> failures,
        @Nullable Upkeep upkeep,
        List<SourceRun> runs,
        @Nullable String next,
        Question question,
        Choice choice,
        boolean locked,
        FormErrors errors)
        implements View {
    public SourcePage {
        documents = List.copyOf(documents);
        failures = List.copyOf(failures);
        runs = List.copyOf(runs);
    }

    /** What the page asks for first. */
    public enum Question {
        NONE,
        DELETE
    }

    /** What can be decided about its part in the draft. */
    public enum Choice {
        NONE,
        LEAVE,
        KEEP
    }

    /**
     * How a site is kept up to date.
     *
     * @param rules how many patterns say which of its pages are read
     */
    public record Upkeep(Recrawl recrawl, @Nullable Instant nextAt, int rules) {}

    public boolean asksToDelete() {
        return question == Question.DELETE;
    }

    public record DocumentRow(
            UUID id,
            String title,
            @Nullable String url,
            String language,
            int passages,
            Instant readAt) {}

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    @Override
    public String template() {
        return "knowledge/source";
    }
}
