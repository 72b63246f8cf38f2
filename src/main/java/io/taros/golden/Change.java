package io.taros.golden;

import io.taros.platform.web.MarkedText;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question whose result is not what it was in the run before. */
public record Change(GoldenResult before, GoldenResult now, Set<What> what) {
    /** Every source that comes or goes moves the scores of all questions by a point or two. */
    private static final double NOTEWORTHY = 0.05;

    public enum What {
        VERDICT,
        ANSWER,
        SOURCES,
        SCORE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a reader can tell a source by; its ids are new whenever it is taught anew. */
    private record Seen(String title, @Nullable String url) {}

    public Change {
        what = Set.copyOf(what);
    }

    /** Empty if all is as it was, or if it was another question then. */
    static Optional<Change> between(GoldenResult before, GoldenResult now) {
        if (!before.asked().plain().equals(now.asked().plain())) {
            return Optional.empty();
        }
        var what = EnumSet.noneOf(What.class);
        if (before.verdict() != now.verdict()) {
            what.add(What.VERDICT);
        }
        compare(before.answer(), now.answer(), what);
        return what.isEmpty() ? Optional.empty() : Optional.of(new Change(before, now, what));
    }

    private static void compare(
            @Nullable GivenAnswer before, @Nullable GivenAnswer now, Set<What> what) {
        if (before == null || now == null) {
            if (before != now) {
                what.add(What.ANSWER);
            }
            return;
        }
        if (before.outcome() != now.outcome()
                || !words(before).equals(words(now))
                || !before.choices().equals(now.choices())) {
            what.add(What.ANSWER);
        }
        if (!seen(before).equals(seen(now))) {
            what.add(What.SOURCES);
        }
        if (Math.abs(before.score() - now.score()) >= NOTEWORTHY) {
            what.add(What.SCORE);
        }
    }

    private static String words(GivenAnswer answer) {
        return MarkedText.plain(answer.text());
    }

    private static Set<Seen> seen(GivenAnswer answer) {
        return answer.sources().stream()
                .map(source -> new Seen(source.title(), source.url()))
                .collect(Collectors.toSet());
    }
}
