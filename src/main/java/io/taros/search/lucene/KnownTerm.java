package io.taros.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/** A term of the question with where it stands in the index, looked up once for every use. */
record KnownTerm(Term term, TermStates states) {

    static List<KnownTerm> of(IndexSearcher searcher, String field, List<String> terms)
            throws IOException {
        var known = new ArrayList<KnownTerm>();
        for (var text : terms) {
            var term = new Term(field, text);
            known.add(new KnownTerm(term, TermStates.build(searcher, term, true)));
        }
        return known;
    }

    /** The rarest of those that occur at all. */
    static List<KnownTerm> rarest(List<KnownTerm> terms, int limit) {
        return terms.stream()
                .filter(each -> each.states().docFreq() > 0)
                .sorted(Comparator.comparingInt(each -> each.states().docFreq()))
                .limit(limit)
                .toList();
    }

    TermQuery query() {
        return new TermQuery(term, states);
    }
}
