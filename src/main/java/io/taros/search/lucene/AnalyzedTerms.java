package io.taros.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The distinct terms of a text as a field's analyzer makes them, in the order they appear. */
final class AnalyzedTerms {
    /** Long questions are pasted letters; their first terms say enough. */
    private static final int LIMIT = 256;

    private AnalyzedTerms() {}

    static List<String> of(Analyzer analyzer, String field, String text) {
        var terms = new LinkedHashSet<String>();
        try (var stream = analyzer.tokenStream(field, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (terms.size() < LIMIT && stream.incrementToken()) {
                terms.add(term.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("analysis of a string cannot fail to read", e);
        }
        return new ArrayList<>(terms);
    }
}
