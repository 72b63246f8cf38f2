package io.taros.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text with markers such as {@code [1]}, taken apart so that a page can show chips for them. */
public record MarkedText(List<Part> parts) {
    private static final Pattern MARK = Pattern.compile("\\s?\\[(\\d{1,2})]");

    public MarkedText {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    public record Words(String text) implements Part {}

    public record Mark(int number) implements Part {}

    /** The words alone, for where there is no room for chips. */
    public static String plain(String text) {
        return MARK.matcher(text).replaceAll("");
    }

    public static MarkedText of(String text) {
        var parts = new ArrayList<Part>();
        var marks = MARK.matcher(text);
        var from = 0;
        while (marks.find()) {
            if (marks.start() > from) {
                parts.add(new Words(text.substring(from, marks.start())));
            }
            parts.add(new Mark(Integer.parseInt(marks.group(1))));
            from = marks.end();
        }
        if (from < text.length()) {
            parts.add(new Words(text.substring(from)));
        }
        return new MarkedText(parts);
    }
}
