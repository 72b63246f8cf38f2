package io.taros.search.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Character 4-grams of folded words beside the words themselves. They find a word inside a compound
 * ("faktura" in "fakturaadresse") and survive a typing error. Each has a place of its own, since
 * tokens that share one do not count in the length of a field, and then long texts would pass for
 * short ones.
 */
public final class GramAnalyzer extends Analyzer {
    private static final int LENGTH = 4;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        var folded = FoldingAnalyzer.fold(words);
        var grams = new NGramTokenFilter(folded, LENGTH, LENGTH, true);
        return new TokenStreamComponents(words, new OneByOne(grams));
    }
}
