package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The rows of a table as they are seen: a cell that reaches over several rows or columns is named
 * in each, and header rows that stand on each other are one. So every row makes sense together with
 * the first.
 */
final class TableGrid {
    private static final int MAX_COLUMNS = 60;

    /** Few bytes can make a cell reach far; beyond this, what it says is not repeated. */
    private static final int MAX_REPEATED = 100_000;

    private record Reaching(String text, int rows) {}

    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Integer, Reaching> reaching = new HashMap<>();
    private boolean inHeader = true;
    private int repeated;

    private TableGrid() {}

    static List<List<String>> of(Element table) {
        var grid = new TableGrid();
        table.select("tr").forEach(grid::row);
        return grid.rows;
    }

    private void row(Element row) {
        List<Element> cells = row.children();
        List<String> texts = new ArrayList<>();
        for (Element cell : cells) {
            reachInto(texts);
            add(cell, texts, cells.size() == 1 ? 1 : span(cell, "colspan"));
        }
        if (texts.stream().allMatch(String::isEmpty)) {
            return;
        }
        reachInto(texts);
        boolean header = cells.stream().allMatch(cell -> cell.normalName().equals("th"));
        if (inHeader && header && !rows.isEmpty()) {
            texts = merged(rows.removeLast(), texts);
        }
        rows.add(texts);
        inHeader &= header;
    }

    /** Adds what cells of rows above say at the columns that come next. */
    private void reachInto(List<String> texts) {
        for (var above = reaching.remove(texts.size());
                above != null;
                above = reaching.remove(texts.size())) {
            reach(texts.size(), above.text(), above.rows() - 1);
            texts.add(again(above.text()));
        }
    }

    private void reach(int column, String text, int rows) {
        if (rows > 0) {
            reaching.put(column, new Reaching(text, rows));
        }
    }

    private void add(Element cell, List<String> texts, int columns) {
        String text = BlockWriter.squeeze(cell.text()).replace("|", "/");
        for (int i = 0; i == 0 || (i < columns && texts.size() < MAX_COLUMNS); i++) {
            reach(texts.size(), text, span(cell, "rowspan") - 1);
            texts.add(i == 0 ? text : again(text));
        }
    }

    private String again(String text) {
        repeated += text.length();
        return repeated > MAX_REPEATED ? "" : text;
    }

    private static int span(Element cell, String attribute) {
        String span = cell.attr(attribute).strip();
        return span.matches("[1-9]\\d{0,2}") ? Integer.parseInt(span) : 1;
    }

    private static List<String> merged(List<String> upper, List<String> lower) {
        List<String> merged = new ArrayList<>();
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            Set<String> both = new LinkedHashSet<>();
            both.add(i < upper.size() ? upper.get(i) : "");
            both.add(i < lower.size() ? lower.get(i) : "");
            both.remove("");
            merged.add(String.join(" ", both));
        }
        return merged;
    }
}
