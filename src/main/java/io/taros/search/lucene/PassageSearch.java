package io.taros.search.lucene;

import io.taros.search.DocumentId;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import io.taros.search.lucene.Found.Signals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;

/**
 * Gathers candidates by words, by character 4-grams and by vector, then measures every candidate by
 * every measure. Weighing them is {@link Fusion}'s.
 */
public final class PassageSearch {
    /** Candidates of each list. The right passage beyond 60th in all lists is not found again. */
    private static final int LIST = 60;

    private final IndexFields.FieldAnalyzer analyzer;

    public PassageSearch(IndexFields.FieldAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    public List<Found> search(IndexSearcher searcher, Asked asked) throws IOException {
        var terms = terms(searcher, asked);
        var candidates = candidates(searcher, asked, terms);
        var scores = new HashMap<String, FieldScores>();
        for (var field : terms.entrySet()) {
            scores.put(
                    field.getKey(),
                    FieldScores.of(searcher, field.getKey(), field.getValue(), candidates));
        }
        var found = new ArrayList<Found>(candidates.length);
        var leaves = searcher.getIndexReader().leaves();
        for (var i = 0; i < candidates.length; i++) {
            var leaf = leaves.get(ReaderUtil.subIndex(candidates[i], leaves));
            found.add(found(leaf, candidates[i] - leaf.docBase, asked.vector(), new At(scores, i)));
        }
        return found;
    }

    private Map<String, List<String>> terms(IndexSearcher searcher, Asked asked) {
        var terms = new HashMap<String, List<String>>();
        for (var language : IndexFields.languages(searcher.getIndexReader())) {
            for (var kind : Passage.Kind.values()) {
                var field = IndexFields.words(kind, language);
                terms.put(field, analyzer.terms(field, asked.text()));
            }
            var title = IndexFields.title(language);
            terms.put(title, analyzer.terms(title, asked.text()));
        }
        for (var kind : Passage.Kind.values()) {
            var field = IndexFields.grams(kind);
            terms.put(field, analyzer.terms(field, asked.text()));
        }
        return terms;
    }

    private static int[] candidates(
            IndexSearcher searcher, Asked asked, Map<String, List<String>> terms)
            throws IOException {
        var bot = new TermQuery(IndexFields.botTerm(asked.bot()));
        var candidates = new TreeSet<Integer>();
        for (var field : terms.entrySet()) {
            if (!field.getValue().isEmpty()) {
                collect(searcher, anyOf(field.getKey(), field.getValue(), bot), candidates);
            }
        }
        collect(
                searcher,
                new KnnFloatVectorQuery(IndexFields.VECTOR, asked.vector(), LIST, bot),
                candidates);
        return candidates.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Query anyOf(String field, List<String> terms, Query bot) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        terms.forEach(term -> query.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        return query.add(bot, Occur.FILTER).build();
    }

    private static void collect(IndexSearcher searcher, Query query, TreeSet<Integer> candidates)
            throws IOException {
        Arrays.stream(searcher.search(query, LIST).scoreDocs)
                .forEach(hit -> candidates.add(hit.doc));
    }

    /** All that was measured about one candidate; a field the index does not have earns nothing. */
    private record At(Map<String, FieldScores> fields, int candidate) {
        double share(String field) {
            var scores = fields.get(field);
            return scores == null ? 0 : scores.share(candidate);
        }

        double coverage(String field) {
            var scores = fields.get(field);
            return scores == null ? 0 : scores.coverage(candidate);
        }
    }

    private static Found found(LeafReaderContext leaf, int document, float[] asked, At scores)
            throws IOException {
        var stored = new StoredValues(leaf.reader(), document);
        var language = stored.text(IndexFields.LANGUAGE);
        var kind = Passage.Kind.valueOf(stored.text(IndexFields.KIND));
        var words = IndexFields.words(kind, language);
        return new Found(
                new PassageId(stored.id(IndexFields.ID)),
                new DocumentId(stored.id(IndexFields.DOCUMENT)),
                kind,
                language,
                new Signals(
                        scores.share(words),
                        scores.share(IndexFields.grams(kind)),
                        VectorUtil.dotProduct(asked, stored.vector()),
                        scores.coverage(words),
                        scores.coverage(IndexFields.title(language))));
    }
}
