package io.taros.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * How well one field of each candidate answers the question's terms. Candidates come from several
 * lists, each of which knows only its own score; here every one gets every score.
 */
final class FieldScores {
    private final IndexSearcher searcher;
    private final String field;
    private final int[] candidates;
    private final long[] lengths;
    private final Measured all;
    private double obtainable;
    private int asked;
    private int occurring;

    /** {@code candidates} are document numbers in ascending order. */
    private FieldScores(IndexSearcher searcher, String field, int[] candidates) throws IOException {
        this.searcher = searcher;
        this.field = field;
        this.candidates = candidates;
        this.lengths = lengths();
        this.all = new Measured(candidates.length);
    }

    static FieldScores of(
            IndexSearcher searcher, String field, List<AskedTerm> terms, int[] candidates)
            throws IOException {
        var scores = new FieldScores(searcher, field, candidates);
        var statistics = searcher.collectionStatistics(field);
        if (statistics != null) {
            for (var term : terms) {
                scores.add(term, statistics);
            }
        }
        return scores;
    }

    /** BM25 score of candidate {@code i} divided by the idf sum of all terms. */
    double share(int i) {
        return obtainable == 0 ? 0 : all.earned()[i] / obtainable;
    }

    /** Share of the idf sum whose terms occur in candidate {@code i} at all. */
    double coverage(int i) {
        return obtainable == 0 ? 0 : all.covered()[i] / obtainable;
    }

    /** Share of the terms that occur in this field of any passage. */
    double known() {
        return asked == 0 ? 0 : (double) occurring / asked;
    }

    private void add(AskedTerm term, CollectionStatistics statistics) throws IOException {
        var idf = idf(term.own(), statistics);
        obtainable += idf;
        asked++;
        occurring += term.occurs() ? 1 : 0;
        if (term.instead().isEmpty()) {
            measure(term.own(), statistics, all);
            return;
        }
        var best = measured(List.of(term.own()), statistics);
        for (var instead : term.instead()) {
            var worth = 0.0;
            for (var part : instead.terms()) {
                worth += idf(part, statistics);
            }
            best.orBetter(measured(instead.terms(), statistics), instead.weight() * idf / worth);
        }
        all.add(best);
    }

    /** What terms earned in each candidate. */
    private record Measured(double[] earned, double[] covered) {
        Measured(int candidates) {
            this(new double[candidates], new double[candidates]);
        }

        void add(Measured other) {
            for (var i = 0; i < earned.length; i++) {
                earned[i] += other.earned[i];
                covered[i] += other.covered[i];
            }
        }

        void orBetter(Measured other, double weight) {
            for (var i = 0; i < earned.length; i++) {
                earned[i] = Math.max(earned[i], weight * other.earned[i]);
                covered[i] = Math.max(covered[i], weight * other.covered[i]);
            }
        }
    }

    private Measured measured(List<KnownTerm> terms, CollectionStatistics statistics)
            throws IOException {
        var together = new Measured(candidates.length);
        for (var term : terms) {
            measure(term, statistics, together);
        }
        return together;
    }

    private void measure(KnownTerm known, CollectionStatistics statistics, Measured measured)
            throws IOException {
        if (!known.occurs()) {
            return;
        }
        var term = known.term();
        var states = known.states();
        var idf = idf(known, statistics);
        var termStatistics =
                searcher.termStatistics(term, states.docFreq(), states.totalTermFreq());
        var scorer = searcher.getSimilarity().scorer(1, statistics, termStatistics);
        var next = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            var end = leaf.docBase + leaf.reader().maxDoc();
            var postings = postings(leaf, term, states);
            for (; next < candidates.length && candidates[next] < end; next++) {
                var frequency = frequency(postings, candidates[next] - leaf.docBase);
                if (frequency > 0) {
                    measured.covered()[next] += idf;
                    measured.earned()[next] += scorer.score(frequency, lengths[next]);
                }
            }
        }
    }

    private @Nullable PostingsEnum postings(LeafReaderContext leaf, Term term, TermStates states)
            throws IOException {
        var supplier = states.get(leaf);
        var state = supplier == null ? null : supplier.get();
        if (state == null) {
            return null;
        }
        var terms = leaf.reader().terms(field).iterator();
        terms.seekExact(term.bytes(), state);
        return terms.postings(null, PostingsEnum.FREQS);
    }

    private static int frequency(@Nullable PostingsEnum postings, int document) throws IOException {
        if (postings == null || postings.docID() == DocIdSetIterator.NO_MORE_DOCS) {
            return 0;
        }
        var at = postings.docID() < document ? postings.advance(document) : postings.docID();
        return at == document ? postings.freq() : 0;
    }

    /** The field's length in each candidate, in Lucene's one-byte form; once, not once per term. */
    private long[] lengths() throws IOException {
        var all = new long[candidates.length];
        var next = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            var end = leaf.docBase + leaf.reader().maxDoc();
            var norms = leaf.reader().getNormValues(field);
            for (; next < candidates.length && candidates[next] < end; next++) {
                var known = norms != null && norms.advanceExact(candidates[next] - leaf.docBase);
                all[next] = known ? norms.longValue() : 1;
            }
        }
        return all;
    }

    /** BM25's own, also for a word the index has never seen: the rarest of all. */
    private static double idf(KnownTerm term, CollectionStatistics statistics) {
        var documents = statistics.docCount();
        var documentsWithTerm = term.states().docFreq();
        return Math.log(1 + (documents - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5));
    }
}
