package io.taros.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/** A term of the question with where it stands in the index, looked up once for every use. */
record KnownTerm(Term term, TermStates states) {

    static KnownTerm of(IndexSearcher searcher, String field, String text) throws IOException {
        var term = new Term(field, text);
        return new KnownTerm(term, TermStates.build(searcher, term, true));
    }

    static List<KnownTerm> of(IndexSearcher searcher, String field, List<String> terms)
            throws IOException {
        var known = new ArrayList<KnownTerm>();
        for (var term : terms) {
            known.add(of(searcher, field, term));
        }
        return known;
    }

    boolean occurs() {
        return states.docFreq() > 0;
    }

    TermQuery query() {
        return new TermQuery(term, states);
    }
}
