package io.taros.platform.web;

import java.util.regex.Pattern;

/**
 * A text in a table that a spreadsheet opens. A spreadsheet would run what looks like a formula,
 * and visitors and web pages write it. Full-width signs count: Excel reads them as the usual ones.
 */
public final class SpreadsheetCell {
    /** Before a table: without it Excel takes the letters for those of an old code page. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\\t\\r\\n＝＋－＠]");
    private static final String MARK = "'";

    private SpreadsheetCell() {}

    public static String harmless(String text) {
        return FORMULA.matcher(text).lookingAt() ? MARK + text : text;
    }

    /** What {@link #harmless} was made of. */
    public static String unmarked(String cell) {
        return cell.startsWith(MARK) && FORMULA.matcher(cell.substring(1)).lookingAt()
                ? cell.substring(1)
                : cell;
    }
}
