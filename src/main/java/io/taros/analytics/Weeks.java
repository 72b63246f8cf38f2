package io.taros.analytics;

import io.taros.conversation.Resolution;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whole weeks, from Monday to Sunday, and what their conversations had in common.
 *
 * @param to the last day of the last of them
 */
public record Weeks(LocalDate from, LocalDate to, Map<Tally.Kind, Cut> cuts) {
    /** From this score on, of five, a visitor is content. */
    private static final int CONTENT = 4;

    public static final Weeks NONE = new Weeks(LocalDate.EPOCH, LocalDate.EPOCH, Map.of());

    public Weeks {
        cuts = Map.copyOf(cuts);
    }

    static Weeks of(LocalDate from, LocalDate to, List<Tallies.Week> rows) {
        var cuts = new EnumMap<Tally.Kind, Cut>(Tally.Kind.class);
        for (var kind : Tally.Kind.values()) {
            cuts.put(kind, Cut.of(kind, rows));
        }
        return new Weeks(from, to, cuts);
    }

    public long count() {
        return ChronoUnit.WEEKS.between(from, to.plusDays(1));
    }

    public Cut cut(Tally.Kind kind) {
        return cuts.getOrDefault(kind, Cut.NONE);
    }

    public boolean isEmpty() {
        return cuts.values().stream().allMatch(cut -> cut.total() == 0);
    }

    public int conversations() {
        return cut(Tally.Kind.LANGUAGE).total();
    }

    public Waits firstReply() {
        return Waits.of(cut(Tally.Kind.FIRST_REPLY));
    }

    public Waits settled() {
        return Waits.of(cut(Tally.Kind.SETTLED));
    }

    /**
     * Of those that ended, spam left out: the bot's last reply was an answer and no more was asked,
     * or a person settled it. What is in the rest counts as not resolved.
     */
    public Optional<Double> resolved() {
        var endings = cut(Tally.Kind.ENDING);
        return share(
                endings.of(Resolution.ASSUMED) + endings.of(Resolution.BY_PERSON),
                endings.total() - endings.of(Resolution.SPAM));
    }

    public Optional<Double> handedOver() {
        return share(cut(Tally.Kind.HANDOVER).total(), conversations());
    }

    /** Of a kind of ratings, how many visitors are content. */
    public Optional<Double> content(Tally.Kind ratings) {
        return share(contentOnes(ratings), cut(ratings).total());
    }

    public int contentOnes(Tally.Kind ratings) {
        return cut(ratings).groups().stream()
                .filter(group -> Integer.parseInt(group.name()) >= CONTENT)
                .mapToInt(group -> group.tally().conversations())
                .sum();
    }

    private static Optional<Double> share(double part, double whole) {
        return whole == 0 ? Optional.empty() : Optional.of(Math.min(1, part / whole));
    }
}
