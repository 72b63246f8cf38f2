package io.taros.knowledge;

import io.taros.knowledge.extract.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the columns of a table of questions hold, from the left.
 *
 * @param hasHead whether the first row names the columns
 */
public record ColumnRoles(List<Role> roles, boolean hasHead) {
    public enum Role {
        QUESTION("question|questions|q|spørgsmål|frage|fråga|pregunta|prompt"),
        ANSWER("answer|answers|a|svar|antwort|respuesta|réponse|reply|response"),
        WORDINGS(
                "phrasings?|wordings?|variants?|alternatives?|synonyms?|other ways to ask|"
                        + "andre måder at spørge på|formuleringer|varianter|varianten"),
        NONE("");

        private final Pattern names;

        Role(String names) {
            this.names = Pattern.compile(names);
        }

        private boolean isCalled(String name) {
            return this != NONE && names.matcher(name.strip().toLowerCase(Locale.ROOT)).matches();
        }
    }

    public ColumnRoles {
        roles = List.copyOf(roles);
    }

    /** By the names of the columns; where they say nothing, by what stands in them. */
    static ColumnRoles guess(Rows.Found table) {
        var columns = table.columns();
        var head = table.rows().getFirst();
        var roles = new ArrayList<Role>();
        for (var column = 0; column < columns; column++) {
            roles.add(named(head.cell(column), roles));
        }
        var isNamed = roles.stream().anyMatch(role -> role != Role.NONE);
        if (!roles.contains(Role.QUESTION)) {
            give(Role.QUESTION, roles, column -> share(table, column, ColumnRoles::asks));
        }
        if (!roles.contains(Role.ANSWER)) {
            give(Role.ANSWER, roles, column -> share(table, column, String::length));
        }
        return new ColumnRoles(roles, isNamed);
    }

    private static Role named(String name, List<Role> taken) {
        return Arrays.stream(Role.values())
                .filter(role -> role.isCalled(name))
                .filter(role -> role == Role.WORDINGS || !taken.contains(role))
                .findFirst()
                .orElse(Role.NONE);
    }

    private static void give(Role role, List<Role> roles, ToDoubleFunction<Integer> worth) {
        IntStream.range(0, roles.size())
                .boxed()
                .filter(column -> roles.get(column) == Role.NONE)
                .max(Comparator.comparingDouble(worth).thenComparing(Comparator.reverseOrder()))
                .ifPresent(column -> roles.set(column, role));
    }

    private static double share(Rows.Found table, int column, ToDoubleFunction<String> of) {
        return table.rows().stream()
                .map(row -> row.cell(column))
                .mapToDouble(of)
                .average()
                .orElse(0);
    }

    private static double asks(String cell) {
        return cell.strip().endsWith("?") ? 1 : 0;
    }

    public boolean isComplete() {
        return Stream.of(Role.QUESTION, Role.ANSWER)
                .allMatch(needed -> roles.stream().filter(needed::equals).count() == 1);
    }

    boolean holds(Role role) {
        return roles.contains(role);
    }

    Stream<String> cells(Role role, Rows.Row row) {
        return IntStream.range(0, roles.size())
                .filter(column -> roles.get(column) == role)
                .mapToObj(row::cell);
    }
}
