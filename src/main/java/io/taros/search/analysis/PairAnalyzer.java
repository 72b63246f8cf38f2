package io.taros.search.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.shingle.ShingleFilter;

/**
 * Pairs of neighbouring words of another analyzer: "return policy" says more than "return" here and
 * "policy" there. Words that the other analyzer leaves out do not part a pair.
 */
public final class PairAnalyzer extends AnalyzerWrapper {
    private final Analyzer words;

    public PairAnalyzer(Analyzer words) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.words = words;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return words;
    }

    @Override
    protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents made) {
        var pairs = new ShingleFilter(new OneByOne(made.getTokenStream()), 2, 2);
        pairs.setOutputUnigrams(false);
        return new TokenStreamComponents(made.getSource(), pairs);
    }
}
