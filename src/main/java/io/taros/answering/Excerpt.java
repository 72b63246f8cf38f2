package io.taros.answering;

import io.taros.answering.QuoteComposer.Rated;
import io.taros.answering.QuoteComposer.Source;
import io.taros.answering.Sentences.Form;
import io.taros.answering.Sentences.Piece;
import io.taros.search.Passage;
import java.util.List;
import java.util.Set;

/**
 * Neighbouring pieces of one passage that read as one answer: a few sentences, or a list with its
 * lead-in.
 */
record Excerpt(Passage passage, List<Piece> pieces) {
    private static final int MAX_SENTENCES = 4;
    private static final int MAX_ITEMS = 8;
    private static final int MAX_CHARACTERS = 600;
    private static final int TOO_SHORT = 90;
    private static final double READS_ON = 0.45;

    Excerpt {
        pieces = List.copyOf(pieces);
    }

    static Excerpt around(Source source, Rated best) {
        var all = source.pieces();
        if (source.passage().kind() == Passage.Kind.QUESTION
                && length(all, 0, all.size()) <= 2 * MAX_CHARACTERS) {
            return new Excerpt(source.passage(), all);
        }
        var span =
                best.piece().isItem() || best.piece().leadsIn()
                        ? list(all, best.index())
                        : sentences(source, best);
        return new Excerpt(source.passage(), all.subList(span.from(), span.to()));
    }

    private record Span(int from, int to) {}

    /** The lead-in and the items after it, as far as they fit. */
    private static Span list(List<Piece> all, int at) {
        var from = at;
        while (from > 0
                && all.get(from).isItem()
                && all.get(from - 1).isItem()
                && at - from < MAX_ITEMS - 1) {
            from--;
        }
        if (from > 0 && all.get(from).isItem() && canLeadIn(all.get(from - 1))) {
            from--;
        }
        var to = at + 1;
        while (to < all.size() && all.get(to).isItem() && to - from <= MAX_ITEMS) {
            to++;
        }
        while (to - 1 > at && length(all, from, to) > MAX_CHARACTERS) {
            to--;
        }
        while (from < at && length(all, from, to) > 2 * MAX_CHARACTERS) {
            from++;
        }
        return new Span(from, to);
    }

    private static boolean canLeadIn(Piece piece) {
        return piece.form() != Form.HEADING && piece.text().length() <= 300;
    }

    private static Span sentences(Source source, Rated best) {
        var all = source.pieces();
        var from = best.index();
        while (from > 0
                && leansBack(all.get(from), source)
                && all.get(from - 1).form() == Form.SENTENCE
                && best.index() - from < 2) {
            from--;
        }
        var to = best.index() + 1;
        while (to < all.size() && to - from < MAX_SENTENCES && wantsMore(source, best, from, to)) {
            to++;
        }
        return new Span(from, to);
    }

    /** "It", "This", "They" at the beginning speak of the sentence before. */
    private static boolean leansBack(Piece piece, Source source) {
        var words = Words.plain(piece.text());
        return !words.isEmpty()
                && Lexicon.of(source.passage().language()).references().contains(words.getFirst());
    }

    private static boolean wantsMore(Source source, Rated best, int from, int to) {
        var all = source.pieces();
        var next = all.get(to);
        if ((next.form() != Form.SENTENCE && !next.isItem()) || next.text().endsWith("?")) {
            return false;
        }
        if (length(all, from, to + 1) > MAX_CHARACTERS) {
            return false;
        }
        var previous = all.get(to - 1);
        if (next.isItem()) {
            return previous.leadsIn() || previous.isItem();
        }
        return length(all, from, to) < TOO_SHORT
                || leansBack(next, source)
                || worth(source, to) >= READS_ON * best.worth();
    }

    private static double worth(Source source, int index) {
        return source.rated().stream()
                .filter(rated -> rated.index() == index)
                .mapToDouble(Rated::worth)
                .findFirst()
                .orElse(-1);
    }

    private static int length(List<Piece> all, int from, int to) {
        return all.subList(from, to).stream().mapToInt(piece -> piece.text().length() + 1).sum();
    }

    String text() {
        var text = new StringBuilder();
        Piece previous = null;
        for (var piece : pieces) {
            if (previous != null) {
                text.append(
                        piece.isItem() || previous.isItem() || previous.form() != Form.SENTENCE
                                ? "\n"
                                : " ");
            }
            text.append(piece.isItem() ? "- " : "").append(piece.text());
            previous = piece;
        }
        return text.toString();
    }

    Set<String> stems(String language) {
        return Words.stems(text(), language);
    }

    Citation citation(int number) {
        var quote =
                Material.words(passage)
                        .substring(pieces.getFirst().start(), pieces.getLast().end());
        return new Citation(
                number,
                passage.source(),
                passage.document(),
                passage.id(),
                passage.title(),
                passage.url(),
                quote);
    }
}
