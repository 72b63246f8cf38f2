package io.taros.knowledge.extract;

import io.taros.knowledge.extract.PdfSheet.Heading;
import io.taros.knowledge.extract.PdfSheet.Line;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes one text of the pages of a document: without what stands at the edge of most of them, with
 * its bookmarks as headings, tables as rows and words in one piece.
 */
final class PdfText {
    private static final int MANY_PAGES = 4;
    private static final float EDGE = 0.12f;
    private static final double OFTEN = 0.3;
    private static final int MIN_ROWS = 2;

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?<![\\d.,])\\d{1,4}(?![.,]?\\d)|\\b[ivxlc]+\\b");
    private static final Pattern HYPHENATED =
            Pattern.compile("(\\p{L}{1,60})[-\u00ad\u2010]\\n{1,2}(\\p{Ll}\\p{L}{0,60})");
    private static final Pattern HYPHENED = Pattern.compile("\\p{L}{1,60}-\\p{Ll}\\p{L}{0,60}");
    private static final Pattern GOES_ON = Pattern.compile("(?s).*[\\p{L}\\p{N},-]");
    private static final Pattern NUMBER = Pattern.compile("^[\\p{N}.]+\\s+");

    private final List<PdfSheet> sheets;
    private final Set<String> furniture;
    private final Set<String> told = new HashSet<>();
    private final StringBuilder out = new StringBuilder();

    private PdfText(List<PdfSheet> sheets) {
        this.sheets = sheets;
        furniture = furniture();
    }

    static String of(List<PdfSheet> sheets) {
        var text = new PdfText(sheets);
        sheets.forEach(text::sheet);
        return joined(text.out.toString());
    }

    private void sheet(PdfSheet sheet) {
        var lines = sheet.lines().stream().filter(line -> !isFurniture(line, sheet)).toList();
        var headings = new LinkedHashMap<String, Heading>();
        sheet.headings().forEach(heading -> headings.putIfAbsent(wordsOf(heading.text()), heading));
        var from = out.length();
        var at = 0;
        while (at < lines.size()) {
            var heading = headingAt(lines, at, headings);
            var rows = heading > 0 ? 0 : rows(lines, at);
            if (rows >= MIN_ROWS) {
                lines.subList(at, at + rows).forEach(this::row);
            } else if (heading == 0) {
                line(lines.get(at), at == 0);
            }
            at += heading > 0 ? heading : rows >= MIN_ROWS ? rows : 1;
        }
        addUnplaced(headings.values(), from);
        sheet.typed().forEach(value -> add("\n\n", value));
    }

    /** Their place on the page is not found by their words. */
    private void addUnplaced(Collection<Heading> headings, int from) {
        var unplaced = headings.stream().map(PdfText::heading).collect(Collectors.joining("\n\n"));
        if (!unplaced.isEmpty()) {
            out.insert(from, from == 0 ? unplaced + "\n\n" : "\n\n" + unplaced);
        }
    }

    /** How many lines the heading takes that stands here, if one does. */
    private int headingAt(List<Line> lines, int at, Map<String, Heading> headings) {
        var said = "";
        for (var taken = 1;
                taken <= 3 && at + taken <= lines.size() && !headings.isEmpty();
                taken++) {
            said += " " + lines.get(at + taken - 1).text();
            var heading = headings.remove(wordsOf(said));
            if (heading != null) {
                add("\n\n", heading(new Heading(heading.level(), BlockWriter.squeeze(said))));
                return taken;
            }
        }
        return 0;
    }

    private static String heading(Heading heading) {
        return "#".repeat(heading.level()) + " " + heading.text();
    }

    private static String wordsOf(String text) {
        var numberless = NUMBER.matcher(BlockWriter.squeeze(text)).replaceFirst("");
        return numberless.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }

    /** Lines with as many cells one below the other are a table. */
    private static int rows(List<Line> lines, int from) {
        var cells = cells(lines.get(from)).length;
        var to = from;
        while (cells > 1 && to < lines.size() && cells(lines.get(to)).length == cells) {
            to++;
        }
        return to - from;
    }

    private static String[] cells(Line line) {
        return line.text().split(String.valueOf(PdfSheet.CELL));
    }

    private void row(Line line) {
        var row = "| " + String.join(" | ", cells(line)).replace('\n', ' ') + " |";
        add(endsInRow() ? "\n" : "\n\n", row);
    }

    private boolean endsInRow() {
        return out.length() > 1 && out.substring(out.length() - 2).equals(" |");
    }

    private boolean endsInHeading() {
        var last = out.lastIndexOf("\n") + 1;
        return last < out.length() && out.charAt(last) == '#';
    }

    private void line(Line line, boolean isFirst) {
        var text = line.text().replace(PdfSheet.CELL, ' ');
        var goesOn = isFirst ? goesOnWith(text) : !line.starts();
        add(goesOn && !endsInRow() && !endsInHeading() ? "\n" : "\n\n", text);
    }

    /** A paragraph that goes over the end of a page. */
    private boolean goesOnWith(String text) {
        return Character.isLowerCase(text.codePointAt(0))
                && GOES_ON.matcher(out.substring(Math.max(0, out.length() - 1))).matches();
    }

    private void add(String separator, String text) {
        out.append(out.isEmpty() ? "" : separator).append(text);
    }

    /** A hyphen at the end of a line stays where the word is written with one elsewhere. */
    static String joined(String broken) {
        var text = broken.replace('\u00a0', ' ');
        var hyphened =
                HYPHENED.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        return HYPHENATED
                .matcher(text)
                .replaceAll(match -> {
                    var word = match.group(1) + "-" + match.group(2);
                    return hyphened.contains(word) ? word : match.group(1) + match.group(2);
                })
                .replace("\u00ad", "")
                .strip();
    }

    private Set<String> furniture() {
        if (sheets.size() < MANY_PAGES) {
            return Set.of();
        }
        Map<String, Integer> pages = new HashMap<>();
        for (var sheet : sheets) {
            var here = new HashSet<String>();
            sheet.lines().stream()
                    .filter(line -> isAtEdge(line, sheet))
                    .forEach(line -> here.add(pattern(line)));
            here.forEach(pattern -> pages.merge(pattern, 1, Integer::sum));
        }
        var enough = Math.max(MANY_PAGES, OFTEN * sheets.size());
        pages.values().removeIf(count -> count < enough);
        return Set.copyOf(pages.keySet());
    }

    /** Without a number it is told once, for it may be told nowhere else. */
    private boolean isFurniture(Line line, PdfSheet sheet) {
        var pattern = pattern(line);
        return isAtEdge(line, sheet)
                && furniture.contains(pattern)
                && (!pattern.equals(line.text()) || !told.add(pattern));
    }

    private static boolean isAtEdge(Line line, PdfSheet sheet) {
        return line.base() < EDGE * sheet.height() || line.base() > (1 - EDGE) * sheet.height();
    }

    /** The same but for the number of the page. */
    private static String pattern(Line line) {
        return PAGE_NUMBER.matcher(line.text()).replaceAll("#");
    }
}
