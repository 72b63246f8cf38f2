package io.taros.analytics.web;

import io.taros.analytics.Cut;
import io.taros.analytics.DayFigures;
import io.taros.analytics.Tally;
import io.taros.analytics.Weeks;
import io.taros.platform.web.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What conversations had in common, in whole weeks.
 *
 * @param before as many weeks before them, to compare with
 * @param bots all that the reader sees, where there are several
 * @param tags their names by id
 */
public record Overview(Weeks shown, Weeks before, List<OfBot> bots, Map<String, String> tags) {
    private static final int NAMED = 10;

    public static final Overview NONE = new Overview(Weeks.NONE, Weeks.NONE, List.of(), Map.of());

    public record OfBot(UUID id, String name, DayFigures totals) {}

    public Overview {
        bots = List.copyOf(bots);
        tags = Map.copyOf(tags);
    }

    public Cut cut(Tally.Kind kind) {
        return shown.cut(kind).largest(NAMED);
    }

    /** What a bar is measured by: the largest group, or the rest. */
    public static double share(Cut cut, Tally of) {
        var most = cut.groups().stream().mapToInt(group -> group.tally().conversations()).max();
        return (double) of.conversations() / Math.max(most.orElse(1), cut.rest().conversations());
    }

    public String resolved(Shell shell) {
        return atLeast(shell, shown.resolved(), shown.cut(Tally.Kind.ENDING).isComplete());
    }

    public String handedOver(Shell shell) {
        return atLeast(
                shell, shown.handedOver(), shown.cut(Tally.Kind.HANDOVER).withheldWeeks() == 0);
    }

    public String content(Shell shell, Tally.Kind ratings) {
        return atLeast(shell, shown.content(ratings), true);
    }

    private static String atLeast(Shell shell, Optional<Double> share, boolean isExact) {
        return share.map(value ->
                        isExact
                                ? shell.percent(value)
                                : shell.text("analytics.at-least", shell.percent(value)))
                .orElse("–");
    }

    public String took(Shell shell, Optional<Duration> duration) {
        return duration.map(took -> Took.text(shell, took.toSeconds())).orElse("–");
    }

    /** What nine of ten did not exceed, and the median of the weeks before. */
    public @Nullable String beside(
            Shell shell, Optional<Duration> slow, Optional<Duration> before) {
        return slow.map(took ->
                        before.isEmpty()
                                ? shell.text("analytics.slow", took(shell, slow))
                                : shell.text(
                                        "analytics.slow.before",
                                        took(shell, slow),
                                        took(shell, before)))
                .orElse(null);
    }

    /** How a share moved, in points; nothing to compare, nothing said. */
    public @Nullable String points(Shell shell, Optional<Double> now, Optional<Double> then) {
        if (now.isEmpty() || then.isEmpty()) {
            return null;
        }
        var points = Math.round(now.get() * 100) - Math.round(then.get() * 100);
        var weeks = shown.count();
        if (points == 0) {
            return shell.text("analytics.weeks.same", weeks);
        }
        return shell.text(
                points > 0 ? "analytics.weeks.more" : "analytics.weeks.less",
                Math.abs(points),
                weeks);
    }
}
