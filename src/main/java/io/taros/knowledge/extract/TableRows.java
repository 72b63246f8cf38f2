package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the rows of a sheet. Each says of its cells what the first row calls them, since a passage
 * may hold any of them and has to be understood without the first.
 */
final class TableRows {
    private static final Pattern NUMBER =
            Pattern.compile("(?!(?:19|20)\\d\\d$)[\\p{Sc}+-]?[\\d.,\\s]*\\d[\\d.,]*\\s*\\S{0,3}");
    private static final int MAX_NAME = 60;

    /** Titles and notes stand above the first row that has names. */
    private static final int SEARCHED = 10;

    private final StructuredText out;
    private final List<List<String>> first = new ArrayList<>();
    private List<String> names = List.of();
    private boolean isBegun;

    TableRows(StructuredText out) {
        this.out = out;
    }

    void row(List<String> cells) {
        var plain = cells.stream().map(BlockWriter::squeeze).toList();
        if (plain.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (isBegun) {
            write(plain);
            return;
        }
        first.add(plain);
        if (first.size() > SEARCHED) {
            begin();
        }
    }

    void end() {
        begin();
        out.end();
    }

    private void begin() {
        if (isBegun) {
            return;
        }
        isBegun = true;
        var head = 0;
        while (head < first.size() - 1 && !areNames(first.get(head))) {
            head++;
        }
        var isNamed = head < first.size() - 1 && (width(head) > 2 || isCountedBelow(head));
        for (var i = 0; i < first.size(); i++) {
            if (isNamed && i == head) {
                names = first.get(head);
            } else {
                write(first.get(i));
            }
        }
        first.clear();
    }

    private long width(int row) {
        return first.get(row).stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** Two columns of words may as well be names and what is said of them. */
    private boolean isCountedBelow(int row) {
        return first.stream()
                .skip(row + 1L)
                .flatMap(List::stream)
                .anyMatch(cell -> cell.length() <= MAX_NAME && NUMBER.matcher(cell).matches());
    }

    private static boolean areNames(List<String> cells) {
        var named = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        return named.size() > 1
                && new HashSet<>(named).size() == named.size()
                && named.stream()
                        .noneMatch(
                                cell -> cell.length() > MAX_NAME || NUMBER.matcher(cell).matches());
    }

    private void write(List<String> cells) {
        var filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        if (names.isEmpty()) {
            if (filled.size() == 1) {
                out.paragraph(filled.getFirst());
            } else {
                out.row(cells);
            }
            return;
        }
        var named = new ArrayList<String>();
        for (var i = 0; i < cells.size(); i++) {
            var name = i < names.size() ? names.get(i) : "";
            if (!cells.get(i).isEmpty()) {
                named.add(name.isEmpty() ? cells.get(i) : name + ": " + cells.get(i));
            }
        }
        out.row(named);
    }
}
