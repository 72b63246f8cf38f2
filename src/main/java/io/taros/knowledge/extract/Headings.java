package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The headings a place in a text stands under. */
final class Headings {
    private static final int MAX_PATH = 300;

    private final List<Piece.Heading> open = new ArrayList<>();

    void enter(Piece.Heading heading) {
        while (!open.isEmpty() && open.getLast().level() >= heading.level()) {
            open.removeLast();
        }
        open.add(heading);
    }

    String path() {
        String path = open.stream().map(Piece.Heading::text).collect(Collectors.joining(" > "));
        return path.length() > MAX_PATH ? path.substring(path.length() - MAX_PATH) : path;
    }
}
