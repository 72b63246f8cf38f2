package io.taros.knowledge.extract;

import java.util.List;

/**
 * The lines of one page in the order they are read in.
 *
 * @param height of the page
 * @param headings what the bookmarks to this page say
 * @param typed what people typed into its fields that is not drawn
 */
record PdfSheet(float height, List<Line> lines, List<Heading> headings, List<String> typed) {
    /** Stands between the cells of what may be a row. */
    static final char CELL = '\t';

    PdfSheet {
        lines = List.copyOf(lines);
        headings = List.copyOf(headings);
        typed = List.copyOf(typed);
    }

    /**
     * @param base how far down the page it stands
     * @param starts whether it starts a paragraph
     */
    record Line(String text, float base, boolean starts) {}

    record Heading(int level, String text) {}
}
