package io.taros.search.lucene;

import io.taros.search.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;

/** The terms of one language in one index, those of manual questions among them. */
final class Vocabulary {
    /** Of the terms with one beginning; a beginning with more says too little. */
    private static final int LOOKED_AT = 200;

    private final List<TermsEnum> fields = new ArrayList<>();

    Vocabulary(IndexReader reader, String language) throws IOException {
        for (var kind : Passage.Kind.values()) {
            var terms = MultiTerms.getTerms(reader, IndexFields.words(kind, language));
            if (terms != null) {
                fields.add(terms.iterator());
            }
        }
    }

    /** How many passages have it. */
    int frequency(String term) throws IOException {
        var frequency = 0;
        var bytes = new BytesRef(term);
        for (var field : fields) {
            frequency += field.seekExact(bytes) ? field.docFreq() : 0;
        }
        return frequency;
    }

    /** Terms that begin and end like this, with at most so many letters in the middle. */
    Set<String> between(String first, String last, int middle) throws IOException {
        var found = new TreeSet<String>();
        var shortest = first.length() + last.length();
        for (var term : beginningWith(first)) {
            if (term.endsWith(last)
                    && term.length() >= shortest
                    && term.length() <= shortest + middle) {
                found.add(term);
            }
        }
        return found;
    }

    private List<String> beginningWith(String first) throws IOException {
        var found = new ArrayList<String>();
        var prefix = new BytesRef(first);
        for (var field : fields) {
            var looked = 0;
            var more = field.seekCeil(prefix) != SeekStatus.END;
            while (more && looked++ < LOOKED_AT) {
                var term = field.term().utf8ToString();
                if (!term.startsWith(first)) {
                    break;
                }
                found.add(term);
                more = field.next() != null;
            }
        }
        return found;
    }
}
