package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts structured text into passages of about a thousand characters, at headings, paragraphs, list
 * items, table rows and only then at sentences. Put together, the passages and their headings are
 * the text again: nothing is lost, nothing is there twice.
 */
public final class PassageSplitter {
    static final int MIN = 800;
    static final int MAX = 1_200;

    /** A section that reaches this stands alone; shorter ones share a passage with the next. */
    private static final int SECTION = 500;

    /** A last piece below this is added to the passage before it. */
    private static final int CRUMB = 200;

    public record Cut(String headingPath, String text) {}

    private final List<Cut> cuts = new ArrayList<>();
    private final Headings headings = new Headings();
    private final StringBuilder passage = new StringBuilder();
    private String path = "";

    /** The last heading, while no text has come under it. */
    private Piece.@Nullable Heading bare;

    private PassageSplitter() {}

    public static List<Cut> split(String text) {
        var splitter = new PassageSplitter();
        for (Piece piece : Pieces.of(text)) {
            switch (piece) {
                case Piece.Heading heading -> splitter.heading(heading);
                case Piece.Text block -> splitter.text(block);
            }
        }
        if (splitter.bare != null) {
            splitter.add("", line(splitter.bare));
        }
        splitter.end();
        return List.copyOf(splitter.cuts);
    }

    private void heading(Piece.Heading heading) {
        if (passage.length() >= SECTION || (heading.level() == 1 && !passage.isEmpty())) {
            end();
        }
        if (bare != null && bare.level() >= heading.level()) {
            add("\n\n", line(bare));
        }
        headings.enter(heading);
        if (passage.isEmpty()) {
            bare = heading;
        } else {
            add("\n\n", line(heading));
        }
    }

    private void text(Piece.Text block) {
        if (passage.length() + block.text().length() + 2 <= MAX) {
            add(block.separator(), block.text());
            return;
        }
        if (passage.length() >= MIN) {
            end();
        }
        if (passage.isEmpty() && block.text().length() <= MAX) {
            add(block.separator(), block.text());
            return;
        }
        String separator = block.separator();
        for (String part : Pieces.parts(block.text(), MAX)) {
            if (!passage.isEmpty() && passage.length() + part.length() + separator.length() > MAX) {
                end();
            }
            add(separator, part);
            separator = "";
        }
    }

    private static String line(Piece.Heading heading) {
        return "#".repeat(heading.level()) + " " + heading.text();
    }

    private void add(String separator, String text) {
        bare = null;
        if (passage.isEmpty()) {
            path = headings.path();
            passage.append(text);
            return;
        }
        passage.append(separator).append(text);
    }

    private void end() {
        String text = passage.toString().strip();
        passage.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        boolean crumb = text.length() < CRUMB && !cuts.isEmpty();
        if (crumb
                && cuts.getLast().headingPath().equals(path)
                && cuts.getLast().text().length() + text.length() < MAX + CRUMB) {
            Cut last = cuts.removeLast();
            cuts.add(new Cut(last.headingPath(), last.text() + "\n\n" + text));
            return;
        }
        cuts.add(new Cut(path, text));
    }
}
