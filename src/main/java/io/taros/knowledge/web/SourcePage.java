package io.taros.knowledge.web;

import io.taros.knowledge.Failure;
import io.taros.knowledge.Recrawl;
import io.taros.knowledge.SourceRun;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One source: how it went, what was read from it, what was not and why.
 *
 * @param words that were looked for in titles and addresses of its documents
 * @param locked whether its file waits for a password
 */
public record SourcePage(
        SourceProgress progress,
        List<DocumentRow> documents,
        String words,
        List<Failure> failures,
        @Nullable Upkeep upkeep,
        List<SourceRun> runs,
        @Nullable String next,
        Question question,
        Choice choice,
        boolean locked,
        FormErrors errors)
        implements View {
    private static final int FEW = 10;

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

    /** Whether there are so many documents that one looks for some, or somebody has. */
    public boolean isSearched() {
        return !words.isEmpty() || next != null || documents.size() > FEW;
    }

    /** The address of the documents after these. */
    public String nextPage() {
        return "/knowledge/sources/%s?cursor=%s&words=%s"
                .formatted(
                        progress.source().id(),
                        next,
                        URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    /**
     * @param problem why it could not be read again, where it could not
     */
    public record DocumentRow(
            UUID id,
            String title,
            @Nullable String url,
            String language,
            int passages,
            Instant readAt,
            @Nullable String problem) {}

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    @Override
    public String template() {
        return "knowledge/source";
    }
}
