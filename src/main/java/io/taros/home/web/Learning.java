package io.taros.home.web;

import io.taros.knowledge.Failure;
import io.taros.knowledge.Pace;
import io.taros.knowledge.Source;
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
        Source.Kind kind,
        String title,
        Stage stage,
        Source.Progress progress,
        Pace pace,
        @Nullable String error,
        List<String> suggestions,
        List<Failure> failures)
        implements View {
    public Learning {
        suggestions = List.copyOf(suggestions);
        failures = List.copyOf(failures);
    }

    public enum Stage {
        WAITING,
        WORKING,
        PREPARING,
        READY,
        FAILED
    }

    public boolean isBusy() {
        return stage == Stage.WAITING || stage == Stage.WORKING || stage == Stage.PREPARING;
    }

    public boolean isCrawled() {
        return kind.isCrawled();
    }

    public boolean canBeStopped() {
        return stage == Stage.WORKING && isCrawled();
    }

    public boolean canAnswer() {
        return progress.canAnswer();
    }

    @Override
    public String template() {
        return "home/learning-progress";
    }
}
