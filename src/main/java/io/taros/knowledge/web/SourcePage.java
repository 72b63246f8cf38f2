package io.taros.knowledge.web;

import io.taros.knowledge.Failure;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One source: how it went, what was read from it, what was not and why. */
public record SourcePage(
        SourceProgress progress,
        List<DocumentRow> documents,
        List<Failure> failures,
        @Nullable String next,
        Question question,
        Choice choice)
        implements View {
    public SourcePage {
        documents = List.copyOf(documents);
        failures = List.copyOf(failures);
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
    public String template() {
        return "knowledge/source";
    }
}
