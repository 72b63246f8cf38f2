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
    private final double[] earned;
    private final double[] covered;
    private double obtainable;
    private int asked;
    private int occurring;

    /** {@code candidates} are document numbers in ascending order. */
    private FieldScores(IndexSearcher searcher, String field, int[] candidates) throws IOException {
        this.searcher = searcher;
        this.field = field;
        this.candidates = candidates;
        this.lengths = lengths();
        this.earned = new double[candidates.length];
        this.covered = new double[candidates.length];
    }

    static FieldScores of(
            IndexSearcher searcher, String field, List<KnownTerm> terms, int[] candidates)
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
        return obtainable == 0 ? 0 : earned[i] / obtainable;
    }

    /** Share of the idf sum whose terms occur in candidate {@code i} at all. */
    double coverage(int i) {
        return obtainable == 0 ? 0 : covered[i] / obtainable;
    }

    /** Share of the terms that occur in this field of any passage. */
    double known() {
        return asked == 0 ? 0 : (double) occurring / asked;
    }

    private void add(KnownTerm known, CollectionStatistics statistics) throws IOException {
        var term = known.term();
        var states = known.states();
        var idf = idf(states.docFreq(), statistics.docCount());
        obtainable += idf;
        asked++;
        if (states.docFreq() == 0) {
            return;
        }
        occurring++;
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
                    covered[next] += idf;
                    earned[next] += scorer.score(frequency, lengths[next]);
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
    private static double idf(long documentsWithTerm, long documents) {
        return Math.log(1 + (documents - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5));
    }
}
