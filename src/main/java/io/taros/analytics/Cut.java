package io.taros.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Conversations by what they have in common, as they may be told (P-19).
 *
 * <p>A bot's week is the smallest thing that is told: what is over more weeks or bots adds up what
 * is told of each, so nobody learns more by comparing periods. Of a week with fewer than five
 * nothing is told. In another one, groups of fewer than five go to the rest, and so do the smallest
 * of the others until the rest is at least five: whoever takes what is shown from the whole finds
 * no small group.
 *
 * @param groups the largest first
 * @param withheldWeeks that are in no sum
 */
public record Cut(List<Group> groups, Tally rest, int withheldWeeks) {
    public static final Cut NONE = new Cut(List.of(), Tally.NONE, 0);

    public record Group(String name, Tally tally) {}

    public Cut {
        groups = List.copyOf(groups);
    }

    static Cut of(Tally.Kind kind, List<Tallies.Week> rows) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.tally().conversations() > 0)
                .collect(Collectors.groupingBy(row -> List.of(row.botId(), row.week())))
                .values()
                .stream()
                .map(week -> ofWeek(kind, week))
                .reduce(NONE, Cut::plus);
    }

    private static Cut ofWeek(Tally.Kind kind, List<Tallies.Week> rows) {
        var smallestFirst =
                rows.stream()
                        .sorted(
                                Comparator.comparing((Tallies.Week row) -> !row.name().isEmpty())
                                        .thenComparing(row -> row.tally().conversations())
                                        .thenComparing(Tallies.Week::name))
                        .toList();
        if (sum(rows).conversations() < Insights.FEWEST_CONVERSATIONS) {
            return new Cut(List.of(), Tally.NONE, 1);
        }
        var rest = Tally.NONE;
        var groups = new ArrayList<Group>();
        for (var row : smallestFirst) {
            if (isForRest(kind, row, rest)) {
                rest = rest.plus(row.tally());
            } else {
                groups.add(new Group(row.name(), row.tally()));
            }
        }
        return new Cut(groups, rest, 0);
    }

    private static boolean isForRest(Tally.Kind kind, Tallies.Week row, Tally rest) {
        var isShort =
                rest.conversations() > 0 && rest.conversations() < Insights.FEWEST_CONVERSATIONS;
        return kind.isOfGroups()
                && (row.name().isEmpty()
                        || row.tally().conversations() < Insights.FEWEST_CONVERSATIONS
                        || isShort);
    }

    private static Tally sum(List<Tallies.Week> rows) {
        return rows.stream().map(Tallies.Week::tally).reduce(Tally.NONE, Tally::plus);
    }

    private Cut plus(Cut other) {
        var all = new LinkedHashMap<String, Tally>();
        groups.forEach(group -> all.put(group.name(), group.tally()));
        other.groups.forEach(group -> all.merge(group.name(), group.tally(), Tally::plus));
        return new Cut(
                all.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Tally>comparingByValue(
                                                Comparator.comparing(Tally::conversations)
                                                        .reversed())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(each -> new Group(each.getKey(), each.getValue()))
                        .toList(),
                rest.plus(other.rest),
                withheldWeeks + other.withheldWeeks);
    }

    /** Only so many groups have their name, the others join the rest. */
    public Cut largest(int most) {
        if (groups.size() <= most) {
            return this;
        }
        var others = groups.stream().skip(most).map(Group::tally).reduce(rest, Tally::plus);
        return new Cut(groups.subList(0, most), others, withheldWeeks);
    }

    public int total() {
        return groups.stream().mapToInt(group -> group.tally().conversations()).sum()
                + rest.conversations();
    }

    public int of(String name) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .mapToInt(group -> group.tally().conversations())
                .sum();
    }

    public int of(Enum<?> name) {
        return of(name.name());
    }

    /** Nothing is missing from any group. */
    public boolean isComplete() {
        return rest.conversations() == 0 && withheldWeeks == 0;
    }
}
