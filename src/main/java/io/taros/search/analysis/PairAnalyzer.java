package io.taros.search.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

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
        var pairs = new ShingleFilter(new Together(made.getTokenStream()), 2, 2);
        pairs.setOutputUnigrams(false);
        return new TokenStreamComponents(made.getSource(), pairs);
    }

    /** Closes the gaps that left out words leave. */
    private static final class Together extends TokenFilter {
        private final PositionIncrementAttribute step =
                addAttribute(PositionIncrementAttribute.class);

        Together(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            step.setPositionIncrement(1);
            return true;
        }
    }
}
