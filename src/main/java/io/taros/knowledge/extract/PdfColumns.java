package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the characters of a page into the order they are read in: columns one after the other,
 * tables row by row. A gap that runs through many lines parts columns where the lines on both sides
 * fill theirs, as prose does and cells do not.
 */
final class PdfColumns {
    /**
     * @param at its place in the list it came from
     * @param height of its letters, which is less than that of a line
     */
    record Glyph(int at, float left, float right, float base, float height) {}

    private record Span(float from, float to) {
        float width() {
            return to - from;
        }

        boolean meets(Span other) {
            return from < other.to && other.from < to;
        }
    }

    private record Row(List<Glyph> glyphs, List<Span> gaps) {
        boolean reachesBefore(float x) {
            return glyphs.getFirst().left() < x;
        }

        boolean reachesBehind(float x) {
            return glyphs.getLast().right() > x;
        }

        /** Ragged ends of lines leave a gap at the edge that is between no columns. */
        boolean partsElsewhere(List<Span> common) {
            var within =
                    gaps.stream()
                            .filter(gap -> reachesBefore(gap.from()) && reachesBehind(gap.to()))
                            .toList();
            return !within.isEmpty()
                    && within.stream().noneMatch(gap -> common.stream().anyMatch(gap::meets));
        }
    }

    /** More on one page is a drawing. */
    private static final int MAX_GLYPHS = 40_000;

    private static final int MAX_ROWS = 1_000;

    private static final int MIN_ROWS = 4;
    private static final double FILLED = 0.7;

    private final List<List<Glyph>> parts = new ArrayList<>();
    private final List<Glyph> unparted = new ArrayList<>();
    private final float gutter;
    private final float column;

    private PdfColumns(float height) {
        gutter = 0.9f * height;
        column = 10 * height;
    }

    static List<List<Glyph>> of(List<Glyph> glyphs) {
        if (glyphs.size() > MAX_GLYPHS || glyphs.size() < 2) {
            return List.of(glyphs);
        }
        var columns = new PdfColumns(usualHeight(glyphs));
        var rows = columns.rows(glyphs);
        if (rows.size() > MAX_ROWS) {
            return List.of(glyphs);
        }
        var from = 0;
        while (from < rows.size()) {
            var to = columns.endOfBand(rows, from);
            columns.part(rows.subList(from, to));
            from = to;
        }
        columns.endUnparted();
        return columns.parts;
    }

    private static float usualHeight(List<Glyph> glyphs) {
        var heights = glyphs.stream().map(Glyph::height).sorted().toList();
        return Math.max(1, heights.get(heights.size() / 2));
    }

    private List<Row> rows(List<Glyph> glyphs) {
        var sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::base));
        var page =
                new Span(
                        (float) glyphs.stream().mapToDouble(Glyph::left).min().orElse(0),
                        (float) glyphs.stream().mapToDouble(Glyph::right).max().orElse(0));
        var rows = new ArrayList<Row>();
        var row = new ArrayList<Glyph>();
        for (var glyph : sorted) {
            var isBelow =
                    !row.isEmpty()
                            && glyph.base() - row.getFirst().base() > row.getFirst().height() * 0.4;
            if (isBelow) {
                rows.add(row(row, page));
                row = new ArrayList<>();
            }
            row.add(glyph);
        }
        rows.add(row(row, page));
        return rows;
    }

    private Row row(List<Glyph> glyphs, Span page) {
        glyphs.sort(Comparator.comparingDouble(Glyph::left));
        var gaps = new ArrayList<Span>();
        var end = page.from();
        for (var glyph : glyphs) {
            if (glyph.left() - end >= gutter) {
                gaps.add(new Span(end, glyph.left()));
            }
            end = Math.max(end, glyph.right());
        }
        if (page.to() - end >= gutter) {
            gaps.add(new Span(end, page.to()));
        }
        return new Row(glyphs, gaps);
    }

    /** A band goes on as long as one gap runs through its lines. */
    private int endOfBand(List<Row> rows, int from) {
        var gaps = rows.get(from).gaps();
        for (var to = from + 1; to < rows.size(); to++) {
            var row = rows.get(to);
            var left = common(gaps, row.gaps());
            var before = rows.subList(from, to);
            if (left.isEmpty()
                    || (left.size() < gaps.size() && loses(gaps, left, before))
                    || (row.partsElsewhere(left) && !isParting(gaps, before))) {
                return to;
            }
            gaps = left;
        }
        return rows.size();
    }

    private static boolean loses(List<Span> gaps, List<Span> left, List<Row> rows) {
        return isParting(gaps, rows) && !isParting(left, rows);
    }

    private List<Span> common(List<Span> some, List<Span> others) {
        var common = new ArrayList<Span>();
        for (var one : some) {
            for (var other : others) {
                var both =
                        new Span(
                                Math.max(one.from(), other.from()), Math.min(one.to(), other.to()));
                if (both.width() >= gutter) {
                    common.add(both);
                }
            }
        }
        return common;
    }

    private static boolean isParting(List<Span> gaps, List<Row> rows) {
        return gaps.stream().anyMatch(gap -> isParting(gap, rows));
    }

    private static boolean isParting(Span gap, List<Row> rows) {
        return rows.stream().filter(row -> row.reachesBefore(gap.from())).limit(MIN_ROWS).count()
                        == MIN_ROWS
                && rows.stream().filter(row -> row.reachesBehind(gap.to())).limit(MIN_ROWS).count()
                        == MIN_ROWS;
    }

    private void part(List<Row> band) {
        var gaps = band.getFirst().gaps();
        for (var row : band) {
            gaps = common(gaps, row.gaps());
        }
        var cuts =
                gaps.stream()
                        .filter(gap -> isParting(gap, band))
                        .map(gap -> (gap.from() + gap.to()) / 2)
                        .toList();
        var columns = cut(band, cuts);
        if (columns.size() > 1 && columns.stream().allMatch(this::isProse)) {
            endUnparted();
            columns.forEach(lines -> parts.add(lines.stream().flatMap(List::stream).toList()));
            return;
        }
        band.forEach(row -> unparted.addAll(row.glyphs()));
    }

    /** The lines of each column. */
    private static List<List<List<Glyph>>> cut(List<Row> band, List<Float> cuts) {
        var columns = new ArrayList<List<List<Glyph>>>();
        for (var i = 0; i <= cuts.size(); i++) {
            var from = i == 0 ? Float.NEGATIVE_INFINITY : cuts.get(i - 1);
            var to = i == cuts.size() ? Float.POSITIVE_INFINITY : cuts.get(i);
            columns.add(
                    band.stream()
                            .map(row ->
                                    row.glyphs().stream()
                                            .filter(glyph ->
                                                    glyph.left() >= from && glyph.left() < to)
                                            .toList())
                            .filter(line -> !line.isEmpty())
                            .toList());
        }
        return columns;
    }

    private boolean isProse(List<List<Glyph>> lines) {
        var left = lines.stream().mapToDouble(line -> line.getFirst().left()).min().orElse(0);
        var right = lines.stream().mapToDouble(line -> line.getLast().right()).max().orElse(0);
        var full =
                lines.stream()
                        .filter(line ->
                                line.getLast().right() - line.getFirst().left()
                                        > FILLED * (right - left))
                        .count();
        return right - left >= column && lines.size() >= MIN_ROWS && full * 2 > lines.size();
    }

    private void endUnparted() {
        if (!unparted.isEmpty()) {
            parts.add(List.copyOf(unparted));
            unparted.clear();
        }
    }
}
