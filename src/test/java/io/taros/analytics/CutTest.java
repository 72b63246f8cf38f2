package io.taros.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P-19: no group of fewer than five is told, nor can it be found by taking away the others. */
class CutTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Bot.Id ROBIN = new Bot.Id(UUID.randomUUID());

    private static Tallies.Week row(LocalDate week, String name, int conversations) {
        return new Tallies.Week(
                ROBIN, week, Tally.Kind.LANGUAGE, name, new Tally(conversations, 1, 0, 0));
    }

    private static Cut cut(Tallies.Week... rows) {
        return Cut.of(Tally.Kind.LANGUAGE, List.of(rows));
    }

    private static List<String> told(Cut cut) {
        return cut.groups().stream()
                .map(group -> group.name() + " " + group.tally().conversations())
                .toList();
    }

    @Test
    void tellsGroupsOfFive() {
        var cut = cut(row(MONDAY, "da", 12), row(MONDAY, "en", 5));

        assertThat(told(cut)).containsExactly("da 12", "en 5");
        assertThat(cut.rest()).isEqualTo(Tally.NONE);
        assertThat(cut.isComplete()).isTrue();
    }

    @Test
    void putsSmallOnesTogether() {
        var cut = cut(row(MONDAY, "da", 12), row(MONDAY, "fr", 3), row(MONDAY, "de", 2));

        assertThat(told(cut)).containsExactly("da 12");
        assertThat(cut.rest()).isEqualTo(new Tally(5, 2, 0, 0));
    }

    /** 20 in all less 12 and 6 would be the 2 that are French. */
    @Test
    void addsALargerOneWhereTheRestWouldTellASmallOne() {
        var cut = cut(row(MONDAY, "da", 12), row(MONDAY, "en", 6), row(MONDAY, "fr", 2));

        assertThat(told(cut)).containsExactly("da 12");
        assertThat(cut.rest().conversations()).isEqualTo(8);
        assertThat(cut.total()).isEqualTo(20);
    }

    @Test
    void tellsNothingOfAWeekOfFour() {
        var cut = cut(row(MONDAY, "da", 4), row(MONDAY.plusWeeks(1), "da", 7));

        assertThat(told(cut)).containsExactly("da 7");
        assertThat(cut.withheldWeeks()).isEqualTo(1);
        assertThat(cut.total()).isEqualTo(7);
    }

    /** Two weeks less one of them is no more than the other. */
    @Test
    void addsUpWhatIsToldOfEachWeek() {
        var first = new Tallies.Week[] {row(MONDAY, "da", 9), row(MONDAY, "en", 5)};
        var second =
                new Tallies.Week[] {
                    row(MONDAY.plusWeeks(1), "da", 10), row(MONDAY.plusWeeks(1), "en", 1)
                };
        var both = new ArrayList<>(List.of(first));
        both.addAll(List.of(second));

        var cut = Cut.of(Tally.Kind.LANGUAGE, both);

        assertThat(told(cut)).containsExactly("da 9", "en 5");
        assertThat(cut.rest().conversations()).isEqualTo(11);
        assertThat(told(cut(first))).containsExactly("da 9", "en 5");
        assertThat(told(cut(second))).isEmpty();
    }

    @Test
    void namesTheLargestAlone() {
        var cut = cut(row(MONDAY, "da", 12), row(MONDAY, "en", 8), row(MONDAY, "de", 6));

        assertThat(told(cut.largest(1))).containsExactly("da 12");
        assertThat(cut.largest(1).rest().conversations()).isEqualTo(14);
        assertThat(cut.largest(3)).isEqualTo(cut);
    }

    @Test
    void neverTellsOfOneToFourHoweverTheyLie() {
        var random = new Random(11);
        for (var round = 0; round < 2_000; round++) {
            var rows = new ArrayList<Tallies.Week>();
            for (var name = 0; name < random.nextInt(1, 9); name++) {
                rows.add(row(MONDAY, name == 0 ? "" : "x" + name, random.nextInt(0, 14)));
            }
            var cut = Cut.of(Tally.Kind.LANGUAGE, rows);
            var all = rows.stream().mapToInt(row -> row.tally().conversations()).sum();

            assertThat(cut.total()).isIn(0, all);
            assertThat(cut.rest().conversations()).isNotIn(1, 2, 3, 4);
            assertThat(cut.groups())
                    .allMatch(group -> group.tally().conversations() >= 5)
                    .noneMatch(group -> group.name().isEmpty());
        }
    }

    @Test
    void tellsTheFiguresOfFiveAsOne() {
        var rows =
                List.of(
                        new Tallies.Week(
                                ROBIN, MONDAY, Tally.Kind.CHAT_RATING, "5", new Tally(4, 0, 0, 0)),
                        new Tallies.Week(
                                ROBIN, MONDAY, Tally.Kind.CHAT_RATING, "1", new Tally(1, 0, 0, 0)));

        var weeks = Weeks.of(MONDAY, MONDAY.plusDays(6), rows);

        assertThat(weeks.content(Tally.Kind.CHAT_RATING)).contains(0.8);
        assertThat(
                        Weeks.of(MONDAY, MONDAY.plusDays(6), rows.subList(0, 1))
                                .content(Tally.Kind.CHAT_RATING))
                .isEmpty();
    }
}
