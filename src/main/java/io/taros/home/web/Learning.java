package io.taros.home.web;

import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the first source is; asks for itself again until it is done.
 *
 * @param suggestions questions worth trying with what is read so far
 */
public record Learning(
        UUID source,
        String title,
        Stage stage,
        Counts counts,
        @Nullable String error,
        List<String> suggestions,
        Failed failed)
        implements View {
    public Learning {
        suggestions = List.copyOf(suggestions);
    }

    public enum Stage {
        WAITING,
        WORKING,
        READY,
        FAILED
    }

    public record Counts(int found, int read, int failed, int passages) {}

    /** The pages that could not be read so far, the latest first. */
    public record Failed(List<Page> pages) {
        public static final Failed NONE = new Failed(List.of());

        public record Page(String address, String reason) {}

        public Failed {
            pages = List.copyOf(pages);
        }
    }

    public boolean isBusy() {
        return stage == Stage.WAITING || stage == Stage.WORKING;
    }

    public boolean canAnswer() {
        return counts.passages() > 0;
    }

    @Override
    public String template() {
        return "home/learning-progress";
    }
}
