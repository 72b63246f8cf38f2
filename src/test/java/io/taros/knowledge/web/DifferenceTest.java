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
        assertThat(Difference.between("It takes nine days.", "It takes two days.").parts())
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

        var parts = Difference.between(read, taught).parts();

        assertThat(joined(parts, Kind.ADDED)).isEqualTo(read);
        assertThat(joined(parts, Kind.REMOVED)).isEqualTo(taught);
        assertThat(Difference.between("", "new").parts())
                .containsExactly(new Part(Kind.ADDED, "new"));
    }

    private static String joined(List<Part> parts, Kind without) {
        return parts.stream()
                .filter(part -> part.kind() != without)
                .map(Part::text)
                .collect(Collectors.joining());
    }
}
