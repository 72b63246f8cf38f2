package io.taros.knowledge.web;

import io.taros.knowledge.Likeness;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions that ask the same, two by two, for somebody to decide about. */
public record AlikePage(
        BotPick pick, List<Two> twos, int total, Waiting waiting, @Nullable Notice notice)
        implements View {
    public AlikePage {
        twos = List.copyOf(twos);
    }

    public record Two(Likeness likeness, PairRow first, PairRow second) {}

    /** What was decided just now. */
    public enum Notice {
        KEEP,
        MERGE,
        APART
    }

    @Override
    public String template() {
        return "knowledge/alike";
    }
}
