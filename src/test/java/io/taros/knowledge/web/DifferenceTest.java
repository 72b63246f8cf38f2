package io.taros.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.web.Difference.Kind;
import io.taros.knowledge.web.Difference.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void marksTheWordsThatDiffer() {
        assertThat(parts("It takes nine days.", "It takes two days."))
                .containsExactly(
                        new Part(Kind.SAME, "It takes "),
                        new Part(Kind.REMOVED, "nine"),
                        new Part(Kind.ADDED, "two"),
                        new Part(Kind.SAME, " days."));
    }

    @Test
    void losesNothingOfEither() {
        var read = "# Delivery\n\nIt takes nine days, or 1.5 weeks; æøå.";
        var taught = "Delivery\n\nIt takes two days – or less.";

        var parts = parts(read, taught);

        assertThat(joined(parts, Kind.ADDED)).isEqualTo(read);
        assertThat(joined(parts, Kind.REMOVED)).isEqualTo(taught);
        assertThat(parts("", "new")).containsExactly(new Part(Kind.ADDED, "new"));
        assertThat(parts("a a", "a a a"))
                .as("what begins and ends alike is told once")
                .containsExactly(new Part(Kind.SAME, "a a"), new Part(Kind.ADDED, " a"));
    }

    @Test
    void isNotToldOfLongTextsWithNothingInCommonAtTheirEnds() {
        var same = "one two ".repeat(1_000);

        assertThat(Difference.between("a" + same + "b", "c" + same + "d")).isEmpty();
        assertThat(parts(same + "nine " + same, same + "ten " + same))
                .containsExactly(
                        new Part(Kind.SAME, same),
                        new Part(Kind.REMOVED, "nine"),
                        new Part(Kind.ADDED, "ten"),
                        new Part(Kind.SAME, " " + same));
    }

    private static List<Part> parts(String read, String taught) {
        return Difference.between(read, taught).orElseThrow().parts();
    }

    private static String joined(List<Part> parts, Kind without) {
        return parts.stream()
                .filter(part -> part.kind() != without)
                .map(Part::text)
                .collect(Collectors.joining());
    }
}
