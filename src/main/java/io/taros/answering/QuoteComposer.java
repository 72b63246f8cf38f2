package io.taros.answering;

import io.taros.answering.Sentences.Form;
import io.taros.answering.Sentences.Piece;
import io.taros.search.Hit;
import io.taros.search.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers with the words of the sources: the sentences that speak to the question best, with those
 * beside them that they need to be understood, verbatim and in their order.
 */
final class QuoteComposer {
    private static final int MAX_SOURCES = 4;
    private static final int MAX_SECOND = 2;
    private static final double WORTH_QUOTING = 0.18;
    private static final double WORTH_A_SECOND = 0.2;
    private static final double MEANING = 0.7;
    private static final double CONTEXT = 0.3;
    private static final double RANK = 0.35;

    private final Closeness closeness;

    QuoteComposer(Closeness closeness) {
        this.closeness = closeness;
    }

    /** A piece of a passage with what it is worth for this question. */
    record Rated(int index, Piece piece, double worth, Set<String> stems) {}

    record Source(Hit hit, List<Piece> pieces, List<Rated> rated) {
        Passage passage() {
            return hit.passage();
        }
    }

    Optional<Draft> compose(Material material) {
        var sources = rate(material);
        var best =
                sources.stream()
                        .flatMap(source ->
                                source.rated().stream().map(rated -> new Pick(source, rated)))
                        .max(Comparator.comparingDouble(pick -> pick.rated().worth()));
        if (best.isEmpty() || best.get().rated().worth() < WORTH_QUOTING) {
            return Optional.empty();
        }
        var first = Excerpt.around(best.get().source(), best.get().rated());
        var excerpts = new ArrayList<Excerpt>(List.of(first));
        second(material, sources, first, best.get()).ifPresent(excerpts::add);
        return Optional.of(draft(material, excerpts));
    }

    private record Pick(Source source, Rated rated) {}

    private List<Source> rate(Material material) {
        var sources = new ArrayList<Source>();
        var texts = new ArrayList<String>();
        for (var hit : material.hits().stream().limit(MAX_SOURCES).toList()) {
            var pieces =
                    PassageReading.of(hit.passage(), material.language()).sentences().stream()
                            .map(PassageReading.Sentence::piece)
                            .toList();
            sources.add(new Source(hit, pieces, List.of()));
            pieces.forEach(piece -> texts.add(piece.text()));
        }
        var close = closeness.of(material.question(), texts, material.language());
        var rated = new ArrayList<Source>();
        var offset = 0;
        for (var rank = 0; rank < sources.size(); rank++) {
            var source = sources.get(rank);
            rated.add(
                    new Source(
                            source.hit(),
                            source.pieces(),
                            rate(material, source, rank, close, offset)));
            offset += source.pieces().size();
        }
        return rated;
    }

    private List<Rated> rate(
            Material material, Source source, int rank, double[] close, int offset) {
        var reading = PassageReading.of(source.passage(), material.language());
        var rated = new ArrayList<Rated>();
        for (var i = 0; i < source.pieces().size(); i++) {
            var sentence = reading.sentences().get(i);
            if (!sentence.isQuotable()) {
                continue;
            }
            var stems = sentence.stems();
            var together = new HashSet<>(stems);
            together.addAll(reading.context());
            var own = material.terms().coverage(stems);
            var worth =
                    own
                            + CONTEXT * (material.terms().coverage(together) - own)
                            + MEANING * close[offset + i]
                            + RANK / (1 + rank)
                            - handicap(sentence.piece(), stems.size());
            rated.add(new Rated(i, sentence.piece(), worth, stems));
        }
        return rated;
    }

    private static double handicap(Piece piece, int contentWords) {
        var handicap = 0.0;
        if (piece.form() == Form.FRAGMENT) {
            handicap += 0.25;
        }
        if (piece.text().endsWith("?")) {
            handicap += 0.3;
        }
        if (contentWords < 3) {
            handicap += 0.2;
        }
        if (piece.text().length() > 400) {
            handicap += 0.15;
        }
        return handicap;
    }

    /** A second place is quoted only when it speaks to what the first leaves open. */
    private Optional<Excerpt> second(
            Material material, List<Source> sources, Excerpt first, Pick best) {
        if (first.pieces().size() > MAX_SECOND) {
            return Optional.empty();
        }
        var said = first.stems(material.language());
        var covered = material.terms().coverage(said);
        return sources.stream()
                .filter(source -> !source.passage().id().equals(first.passage().id()))
                .flatMap(source -> source.rated().stream().map(rated -> new Pick(source, rated)))
                .filter(pick -> pick.rated().worth() >= 0.75 * best.rated().worth())
                .filter(pick -> pick.rated().piece().form() != Form.FRAGMENT)
                .filter(pick -> gain(material, said, covered, pick.rated()) >= WORTH_A_SECOND)
                .max(Comparator.comparingDouble(pick -> pick.rated().worth()))
                .map(pick -> Excerpt.around(pick.source(), pick.rated()));
    }

    private static double gain(Material material, Set<String> said, double covered, Rated rated) {
        var together = new HashSet<>(said);
        together.addAll(rated.stems());
        return material.terms().coverage(together) - covered;
    }

    private static Draft draft(Material material, List<Excerpt> excerpts) {
        var text = new StringBuilder();
        var citations = new ArrayList<Citation>();
        var stems = new HashSet<String>();
        for (var excerpt : excerpts) {
            var number = citations.size() + 1;
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            text.append(excerpt.text()).append(" [").append(number).append(']');
            citations.add(excerpt.citation(number));
            stems.addAll(excerpt.stems(material.language()));
        }
        return new Draft(
                Composer.QUOTE,
                text.toString(),
                citations,
                1,
                material.terms().coverage(stems),
                Usage.NONE);
    }

    /** Words in another language than the visitor's are announced as such. */
    static Draft introduced(Draft draft, Material material) {
        var first = material.hit(draft.citations().getFirst());
        if (!material.isForeign(first)) {
            return draft;
        }
        var spoken = VisitorText.nameOf(first.passage().language(), material.language());
        return draft.withText(
                VisitorText.OTHER_LANGUAGE.in(material.language(), spoken) + "\n\n" + draft.text());
    }
}
