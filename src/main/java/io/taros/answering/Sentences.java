package io.taros.answering;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts text into pieces that can stand alone: sentences, list items, lines of a heading. A piece
 * knows where it stands in the text it was cut from, so that what is quoted is what was written,
 * character by character.
 */
final class Sentences {
    private static final Pattern MARKER =
            Pattern.compile(
                    "^\\s*(?:#{1,6}\\s+|[-*+•·‣▪–]\\s+|\\(?\\d{1,2}[.)]\\s+|>\\s?|\\|\\s*)");
    private static final Pattern LIST_MARKER =
            Pattern.compile("^\\s*(?:[-*+•·‣▪–]\\s+|\\(?\\d{1,2}[.)]\\s+)");
    private static final Pattern NUMBERED = Pattern.compile("^\\s*\\(?\\d{1,2}[.)]\\s+");
    private static final Pattern HEADING = Pattern.compile("^\\s*#{1,6}\\s+");
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\]]*)]\\([^)\\s]*(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*|__|`)(\\S(?:.*?\\S)?)\\1");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ENDS = Pattern.compile("[.!?…:;。][\"'”’»)\\]]*$");

    /**
     * Abbreviations after which a capital does not begin a sentence, in the languages of the
     * widget.
     */
    private static final Pattern ABBREVIATION =
            Pattern.compile(
                    "(?:^|[\\s(])(?:e\\.g|i\\.e|etc|vs|no|nr|mr|mrs|ms|dr|st|approx|incl|max|min|tel|f\\.eks|bl\\.a"
                            + "|ca|evt|inkl|kl|stk|pkt|z\\.B|d\\.h|u\\.a|bzw|ggf|usw|p\\.ex|env|art|p\\.ej|aprox"
                            + "|bijv|o\\.a|d\\.w\\.z|t\\.ex|m\\.m|osv|dvs|mv)\\.\\s*$",
                    Pattern.CASE_INSENSITIVE);

    private Sentences() {}

    enum Form {
        SENTENCE,
        LIST_ITEM,
        NUMBERED_ITEM,
        HEADING,
        /** A line without an end, such as a menu entry or a table cell. */
        FRAGMENT
    }

    /**
     * @param line which line of the text it stands on; neighbours on one line read on without a
     *     break
     */
    record Piece(int start, int end, int line, Form form, String text) {
        boolean isItem() {
            return form == Form.LIST_ITEM || form == Form.NUMBERED_ITEM;
        }

        boolean leadsIn() {
            return text.endsWith(":");
        }
    }

    static List<Piece> of(String text, String language) {
        var pieces = new ArrayList<Piece>();
        var start = 0;
        var number = 0;
        while (start <= text.length()) {
            var end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            var line = new Cut(text, start, end, number++);
            addLine(line, Locale.forLanguageTag(language), pieces);
            start = end + 1;
        }
        return pieces;
    }

    /** A stretch of a text, within one of its lines. */
    private record Cut(String text, int start, int end, int line) {
        String words() {
            return text.substring(start, end);
        }

        Cut from(int offset) {
            return new Cut(text, start + offset, end, line);
        }

        Cut part(int offset, Span span) {
            return new Cut(text, start + offset + span.start(), start + offset + span.end(), line);
        }
    }

    private static void addLine(Cut line, Locale locale, List<Piece> pieces) {
        var whole = line.words();
        var marker = MARKER.matcher(whole);
        var offset = marker.find() ? marker.end() : 0;
        if (offset > 0 || whole.length() < 400) {
            var one = whole.substring(offset);
            if (LIST_MARKER.matcher(whole).find() && one.length() < 400) {
                add(line.from(offset), itemForm(whole), pieces);
                return;
            }
            if (HEADING.matcher(whole).find()) {
                add(line.from(offset), Form.HEADING, pieces);
                return;
            }
        }
        for (var span : sentences(whole.substring(offset), locale)) {
            add(line.part(offset, span), Form.SENTENCE, pieces);
        }
    }

    private static Form itemForm(String line) {
        return NUMBERED.matcher(line).find() ? Form.NUMBERED_ITEM : Form.LIST_ITEM;
    }

    private static void add(Cut cut, Form form, List<Piece> pieces) {
        var raw = cut.words();
        var lead = raw.length() - raw.stripLeading().length();
        var trail = raw.length() - raw.stripTrailing().length();
        if (lead == raw.length()) {
            return;
        }
        var clean = clean(raw);
        if (clean.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        var kind = form == Form.SENTENCE && !ENDS.matcher(clean).find() ? Form.FRAGMENT : form;
        pieces.add(new Piece(cut.start() + lead, cut.end() - trail, cut.line(), kind, clean));
    }

    /** Without link and emphasis marks, blanks single. */
    static String clean(String raw) {
        var text = LINK.matcher(raw).replaceAll("$1");
        text = EMPHASIS.matcher(text).replaceAll("$2");
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    record Span(int start, int end) {}

    static List<Span> sentences(String text, Locale locale) {
        var breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(text);
        var spans = new ArrayList<Span>();
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (!ABBREVIATION.matcher(text.substring(start, end)).find() || end == text.length()) {
                spans.add(new Span(start, end));
                start = end;
            }
        }
        if (start < text.length()) {
            spans.add(new Span(start, text.length()));
        }
        return spans;
    }
}
