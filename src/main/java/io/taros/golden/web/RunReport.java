package io.taros.golden.web;

import io.taros.answering.Answer;
import io.taros.golden.Change;
import io.taros.golden.GoldenResult;
import io.taros.golden.GoldenRun;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.View;
import io.taros.search.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How a run went; while it goes on it asks for itself again.
 *
 * @param comparedWith when the run before of what is published was over; none where there is none
 *     to compare with
 */
@NamedInterface("report")
public record RunReport(
        GoldenRun run,
        Place place,
        List<Failing> failing,
        @Nullable Instant comparedWith,
        List<Changed> changed)
        implements View {
    /** By itself it is news, and the page around it has to be fetched anew once it is over. */
    public enum Place {
        ON_ITS_PAGE,
        BY_ITSELF
    }

    public RunReport {
        failing = List.copyOf(failing);
        changed = List.copyOf(changed);
    }

    /**
     * @param answer none where the question could not be asked
     * @param isNew whether it passed in the run before
     */
    public record Failing(
            UUID id, String question, List<String> reasons, @Nullable Shown answer, boolean isNew) {
        public Failing {
            reasons = List.copyOf(reasons);
        }
    }

    public record Changed(
            String question,
            GoldenResult.Verdict verdictBefore,
            @Nullable Shown before,
            GoldenResult.Verdict verdict,
            @Nullable Shown now,
            Set<Change.What> what) {
        public Changed {
            what = Set.copyOf(what);
        }

        public boolean has(Change.What one) {
            return what.contains(one);
        }
    }

    /**
     * @param bar none for what claims nothing
     * @param choices what was offered where the bot asked back
     */
    public record Shown(
            Answer.Outcome outcome,
            String text,
            String language,
            @Nullable ReliabilityBar bar,
            List<SourceQuote> sources,
            List<String> choices) {
        public Shown {
            sources = List.copyOf(sources);
            choices = List.copyOf(choices);
        }
    }

    public boolean isOfDraft() {
        return run.edition() == Edition.DRAFT;
    }

    /** Where it is shown. */
    public String page() {
        return (isOfDraft() ? "/bot/draft?bot=" : "/test/golden-questions?bot=")
                + run.bot().value();
    }

    public boolean endsWaiting() {
        return place == Place.BY_ITSELF && run.isFinished();
    }

    public int done() {
        return run.passed() + run.failed();
    }

    @Override
    public String template() {
        return "golden/run";
    }
}
