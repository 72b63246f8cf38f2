package io.taros.draft;

import io.taros.bot.BotDraft;
import io.taros.golden.GoldenRun;
import io.taros.knowledge.Mend;
import io.taros.knowledge.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open draft as it is now.
 *
 * @param waiting sources that come or leave, newest first
 * @param mends what is excluded, corrected or left as it was read from now on
 * @param state names exactly what is asked when the draft is asked now, and with which questions
 * @param run the latest that asked this draft, in this state or an earlier one
 * @param obstacle none if it can be published
 */
public record Draft(
        BotDraft opened,
        List<ChangedSetting> settings,
        List<Source> waiting,
        List<Mend> mends,
        String state,
        @Nullable GoldenRun run,
        @Nullable Obstacle obstacle) {
    public Draft {
        settings = List.copyOf(settings);
        waiting = List.copyOf(waiting);
        mends = List.copyOf(mends);
    }

    Draft behind(Obstacle what) {
        return new Draft(opened, settings, waiting, mends, state, run, what);
    }

    public List<Source> coming() {
        return standing(Source.Standing.DRAFT);
    }

    public List<Source> leaving() {
        return standing(Source.Standing.LEAVING);
    }

    public boolean isEmpty() {
        return settings.isEmpty() && waiting.isEmpty() && mends.isEmpty();
    }

    /** Whether the run says what the draft is like now. */
    public boolean isRunCurrent() {
        return run != null && state.equals(run.draft());
    }

    private List<Source> standing(Source.Standing standing) {
        return waiting.stream().filter(source -> source.standing() == standing).toList();
    }
}
