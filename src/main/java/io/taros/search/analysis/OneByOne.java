package io.taros.search.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Gives every token the place after the one before it: no gaps, and no two on one place. */
final class OneByOne extends TokenFilter {
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    OneByOne(TokenStream tokens) {
        super(tokens);
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
