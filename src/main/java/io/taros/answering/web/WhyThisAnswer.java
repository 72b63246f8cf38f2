package io.taros.answering.web;

import io.taros.answering.Answer;
import io.taros.answering.Calibration;
import io.taros.answering.Trace;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.Shell;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.View;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An answer with the whole way that led to it, question to decision. */
public record WhyThisAnswer(Answer answer, ReliabilityBar bar, List<SourceQuote> sources)
        implements View {
    private static final int FIRST = 4;
    private static final int WEIGHTIEST = 8;

    public WhyThisAnswer {
        sources = List.copyOf(sources);
    }

    public Trace trace() {
        return answer.trace();
    }

    public List<Trace.Found> foundFirst() {
        return trace().found().stream().limit(FIRST).toList();
    }

    public List<Trace.Found> foundRest() {
        return trace().found().stream().skip(FIRST).toList();
    }

    public int rank(Trace.Found found) {
        return trace().found().indexOf(found) + 1;
    }

    /** Where in its document a passage stands, without the document's own title. */
    public String path(Trace.Found found) {
        return Arrays.stream(found.headingPath().split(" > "))
                .filter(heading -> !heading.isBlank() && !heading.equals(found.title()))
                .collect(Collectors.joining(" › "));
    }

    /** The parts of the sum that moved it most. */
    public List<Trace.Contribution> weightiest() {
        return trace().scoring().contributions().stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Trace.Contribution part) -> Math.abs(part.points()))
                                .reversed())
                .limit(WEIGHTIEST)
                .toList();
    }

    /** Length of a part's bar, the longest being 1. */
    public double share(Trace.Contribution part) {
        var longest = Math.abs(weightiest().getFirst().points());
        return longest == 0 ? 0 : Math.abs(part.points()) / longest;
    }

    /** What the bot's judged answers added to the sum. */
    public double adjustment() {
        var reliability = answer.reliability();
        return Calibration.logit(reliability.score()) - Calibration.logit(reliability.raw());
    }

    public String feature(String name) {
        return name.replace('_', '-')
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    public String key(String what, Enum<?> value) {
        return "answering." + what + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String time(Shell shell, String step) {
        return trace().timings().stream()
                .filter(timing -> timing.step().equals(step))
                .findFirst()
                .map(timing -> shell.milliseconds(timing.took()))
                .orElse("");
    }

    @Override
    public String template() {
        return "answering/why";
    }
}
