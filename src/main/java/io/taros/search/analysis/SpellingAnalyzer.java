package io.taros.search.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Words in lower case and otherwise as they are written. */
public final class SpellingAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        return new TokenStreamComponents(words, new LowerCaseFilter(words));
    }
}
