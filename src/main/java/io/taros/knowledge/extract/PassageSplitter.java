package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cuts structured text into passages of about a thousand characters, at headings, paragraphs, list
 * items, table rows and only then at sentences. Put together, the passages and their headings are
 * the text again: nothing is lost, and nothing is there twice but the first row of a table, which
 * every passage that goes on with it begins with. Where a text goes on in another language, a
 * passage ends: each is for one analyzer.
 */
public final class PassageSplitter {
    static final int MIN = 800;
    static final int MAX = 1_200;

    /** A section that reaches this stands alone; shorter ones share a passage with the next. */
    private static final int SECTION = 500;

    /** A last piece below this is added to the passage before it. */
    private static final int CRUMB = 200;

    private static final String UNTOLD = "und";

    /** Is in no language, whatever its names are taken from. */
    private static final String CODE = "```";

    /**
     * @param language of its paragraphs, {@code und} where none of them tells
     */
    public record Cut(String headingPath, String text, String language) {}

    private final List<Cut> cuts = new ArrayList<>();
    private final Headings headings = new Headings();
    private final StringBuilder passage = new StringBuilder();
    private final UnaryOperator<String> languageOf;
    private String path = "";
    private String language = UNTOLD;

    /** What the passage repeats from the one before it: the first row of a table. */
    private String head = "";

    /** Headings under which nothing has come yet. */
    private final List<Piece.Heading> waiting = new ArrayList<>();

    /** The last heading, while no text has come under it. */
    private Piece.@Nullable Heading bare;

    private PassageSplitter(UnaryOperator<String> languageOf) {
        this.languageOf = languageOf;
    }

    /**
     * @param languageOf a paragraph, {@code und} where it is too short to tell
     */
    public static List<Cut> split(String text, UnaryOperator<String> languageOf) {
        var splitter = new PassageSplitter(languageOf);
        var run = new ArrayList<Piece.Text>();
        for (Piece piece : Pieces.of(text)) {
            switch (piece) {
                case Piece.Heading heading -> {
                    splitter.text(run);
                    splitter.waiting.add(heading);
                }
                case Piece.Text block -> {
                    if (!block.separator().equals("\n")) {
                        splitter.text(run);
                    }
                    run.add(block);
                }
            }
        }
        splitter.text(run);
        splitter.waiting.forEach(splitter::heading);
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

    /**
     * A paragraph, or a list or table, which is in one language as a whole: its rows are too little
     * to tell. The headings before it are of it, whatever the passage before them is in.
     */
    private void text(List<Piece.Text> run) {
        if (run.isEmpty()) {
            return;
        }
        var text = run.stream().map(Piece.Text::text).collect(Collectors.joining("\n"));
        var spoken = text.startsWith(CODE) ? UNTOLD : languageOf.apply(text);
        if (areDifferent(spoken, language)) {
            end();
        }
        waiting.forEach(this::heading);
        waiting.clear();
        run.forEach(block -> place(block, spoken));
        run.clear();
    }

    private void hear(String spoken) {
        language = spoken.equals(UNTOLD) ? language : spoken;
    }

    private static boolean areDifferent(String one, String other) {
        return !one.equals(UNTOLD) && !other.equals(UNTOLD) && !one.equals(other);
    }

    private void place(Piece.Text block, String spoken) {
        if (passage.length() + block.text().length() + 2 <= MAX) {
            hear(spoken);
            add(block.separator(), block.text());
            return;
        }
        if (passage.length() >= MIN) {
            end();
            goOnWith(block.head(), spoken);
        }
        hear(spoken);
        if (passage.length() == head.length() && passage.length() + block.text().length() <= MAX) {
            add(block.separator(), block.text());
            return;
        }
        String separator = block.separator();
        for (String part : Pieces.parts(block.text(), MAX - block.head().length())) {
            if (passage.length() > head.length()
                    && passage.length() + part.length() + separator.length() > MAX) {
                end();
                goOnWith(block.head(), spoken);
            }
            add(separator, part);
            separator = "";
        }
    }

    private void goOnWith(String first, String spoken) {
        language = spoken;
        head = first.isEmpty() ? "" : first + "\n";
        path = headings.path();
        passage.append(head);
    }

    private static String line(Piece.Heading heading) {
        return "#".repeat(heading.level()) + " " + heading.text();
    }

    private void add(String separator, String text) {
        bare = null;
        if (passage.isEmpty()) {
            path = headings.path();
        }
        if (passage.length() > head.length()) {
            passage.append(separator);
        }
        passage.append(text);
    }

    private void end() {
        String text = passage.toString().strip();
        String repeated = head;
        String spoken = language;
        passage.setLength(0);
        head = "";
        language = UNTOLD;
        if (text.isEmpty()) {
            return;
        }
        boolean crumb = text.length() < CRUMB && !cuts.isEmpty();
        if (crumb
                && cuts.getLast().headingPath().equals(path)
                && !areDifferent(cuts.getLast().language(), spoken)
                && cuts.getLast().text().length() + text.length() < MAX + CRUMB) {
            Cut last = cuts.removeLast();
            String rest = (repeated.isEmpty() ? "\n\n" : "\n") + text.substring(repeated.length());
            cuts.add(new Cut(last.headingPath(), last.text() + rest, last.language()));
            return;
        }
        cuts.add(new Cut(path, text, spoken));
    }
}
