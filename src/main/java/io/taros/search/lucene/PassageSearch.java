package io.taros.search.lucene;

import io.taros.search.DocumentId;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import io.taros.search.lucene.Asked.Wording;
import io.taros.search.lucene.Found.Signals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.apache.lucene.util.VectorUtil;

/**
 * Gathers candidates by words, by character 4-grams and by vector, then measures every candidate by
 * every measure. Weighing them is {@link Fusion}'s.
 */
public final class PassageSearch {
    /** Candidates of each list. The right passage beyond 60th in all lists is not found again. */
    private static final int LIST = 60;

    /** Of what is close to the answer before; the question itself has the say. */
    private static final int LIST_BEFORE = 20;

    /**
     * Terms of a field that gather candidates, the rarest first: a question has forty 4-grams and
     * more, and the common ones cost most and tell least. All of them measure.
     */
    private static final int GATHERING = 12;

    /**
     * Where vectors do not compare, a passage that has all rare words of a question passes for this
     * close in meaning. With nothing in their place no answer would reach a threshold.
     */
    private static final double WORDS_FOR_MEANING = 0.54;

    private final IndexFields.FieldAnalyzer analyzer;
    private final Compounds compounds;

    public PassageSearch(IndexFields.FieldAnalyzer analyzer) {
        this.analyzer = analyzer;
        this.compounds = new Compounds(analyzer);
    }

    public List<Found> search(IndexSearcher searcher, Asked asked) throws IOException {
        var wordings = new ArrayList<Analyzed>();
        for (var wording : asked.wordings()) {
            wordings.add(analyzed(searcher, wording));
        }
        var candidates = candidates(searcher, asked, wordings);
        var measured = new ArrayList<Measured>();
        for (var wording : wordings) {
            measured.add(measured(searcher, wording, candidates));
        }
        var found = new ArrayList<Found>(candidates.length);
        var leaves = searcher.getIndexReader().leaves();
        for (var i = 0; i < candidates.length; i++) {
            var leaf = leaves.get(ReaderUtil.subIndex(candidates[i], leaves));
            found.add(found(leaf, candidates[i], asked, measured, i));
        }
        return found;
    }

    /** A wording with its terms by field: those that gather candidates, those that only measure. */
    private record Analyzed(
            Wording wording,
            Map<String, List<AskedTerm>> terms,
            Map<String, List<AskedTerm>> pairs) {}

    private Analyzed analyzed(IndexSearcher searcher, Wording wording) throws IOException {
        var terms = new HashMap<String, List<AskedTerm>>();
        var pairs = new HashMap<String, List<AskedTerm>>();
        var reader = searcher.getIndexReader();
        var written = analyzer.terms(IndexFields.SPELLING, wording.text());
        for (var language : IndexFields.languages(reader)) {
            var title = IndexFields.title(language);
            var words = analyzer.terms(title, wording.text());
            var instead = compounds.of(reader, language, written);
            terms.put(title, asked(searcher, title, words, instead));
            for (var kind : Passage.Kind.values()) {
                var field = IndexFields.words(kind, language);
                terms.put(field, asked(searcher, field, words, instead));
            }
            var field = IndexFields.pairs(language);
            pairs.put(
                    field, asked(searcher, field, analyzer.terms(field, wording.text()), Map.of()));
        }
        for (var kind : Passage.Kind.values()) {
            var field = IndexFields.grams(kind);
            terms.put(
                    field, asked(searcher, field, analyzer.terms(field, wording.text()), Map.of()));
        }
        return new Analyzed(wording, terms, pairs);
    }

    private static List<AskedTerm> asked(
            IndexSearcher searcher,
            String field,
            List<String> words,
            Map<String, List<Compounds.Instead>> instead)
            throws IOException {
        var asked = new ArrayList<AskedTerm>();
        for (var word : words) {
            var others = new ArrayList<AskedTerm.Instead>();
            for (var other : instead.getOrDefault(word, List.of())) {
                var terms = KnownTerm.of(searcher, field, other.terms());
                others.add(new AskedTerm.Instead(terms, other.weight()));
            }
            asked.add(new AskedTerm(KnownTerm.of(searcher, field, word), others));
        }
        return asked;
    }

    /** The rarest of those that occur at all. */
    private static Collection<KnownTerm> gathering(List<AskedTerm> terms) {
        var occurring = new LinkedHashMap<Term, KnownTerm>();
        for (var term : terms) {
            term.all()
                    .filter(KnownTerm::occurs)
                    .forEach(each -> occurring.putIfAbsent(each.term(), each));
        }
        return occurring.values().stream()
                .sorted(Comparator.comparingInt(each -> each.states().docFreq()))
                .limit(GATHERING)
                .toList();
    }

    private static int[] candidates(IndexSearcher searcher, Asked asked, List<Analyzed> wordings)
            throws IOException {
        var allowed = IndexFields.passagesOf(asked.bot(), asked.selection());
        var candidates = new TreeSet<Integer>();
        for (var wording : wordings) {
            for (var terms : wording.terms().values()) {
                var gathering = gathering(terms);
                if (!gathering.isEmpty()) {
                    collect(searcher, anyOf(gathering, allowed), LIST, candidates);
                }
            }
            if (!asked.isByWordsAlone()) {
                collect(
                        searcher,
                        near(wording.wording().vector(), LIST, allowed),
                        LIST,
                        candidates);
            }
        }
        if (asked.isFollowUp()) {
            var query = near(asked.vectorBefore(), LIST_BEFORE, allowed);
            collect(searcher, query, LIST_BEFORE, candidates);
        }
        return candidates.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Query anyOf(Collection<KnownTerm> terms, Query allowed) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        terms.forEach(term -> query.add(term.query(), Occur.SHOULD));
        return query.add(allowed, Occur.FILTER).build();
    }

    private static Query near(float[] vector, int limit, Query allowed) {
        return new KnnFloatVectorQuery(IndexFields.VECTOR, vector, limit, allowed);
    }

    private static void collect(
            IndexSearcher searcher, Query query, int limit, TreeSet<Integer> candidates)
            throws IOException {
        Arrays.stream(searcher.search(query, limit).scoreDocs)
                .forEach(hit -> candidates.add(hit.doc));
    }

    /** All that one wording measured; a field the index does not have earns nothing. */
    private record Measured(float[] vector, Map<String, FieldScores> fields) {
        double share(String field, int candidate) {
            var scores = fields.get(field);
            return scores == null ? 0 : scores.share(candidate);
        }

        double known(String field) {
            var scores = fields.get(field);
            return scores == null ? 0 : scores.known();
        }

        double coverage(String field, int candidate) {
            var scores = fields.get(field);
            return scores == null ? 0 : scores.coverage(candidate);
        }
    }

    private static Measured measured(IndexSearcher searcher, Analyzed wording, int[] candidates)
            throws IOException {
        var fields = new HashMap<String, FieldScores>();
        for (var terms : List.of(wording.terms(), wording.pairs())) {
            for (var field : terms.entrySet()) {
                fields.put(
                        field.getKey(),
                        FieldScores.of(searcher, field.getKey(), field.getValue(), candidates));
            }
        }
        return new Measured(wording.wording().vector(), fields);
    }

    /** Nothing is like what has no vector. */
    private static float likeness(float[] one, float[] other) {
        return one.length == 0 || other.length == 0 ? 0 : VectorUtil.dotProduct(one, other);
    }

    private static Found found(
            LeafReaderContext leaf, int document, Asked asked, List<Measured> measured, int i)
            throws IOException {
        var stored = new StoredValues(leaf.reader(), document - leaf.docBase);
        var language = stored.text(IndexFields.LANGUAGE);
        var kind = Passage.Kind.valueOf(stored.text(IndexFields.KIND));
        var vector = asked.isByWordsAlone() ? new float[0] : stored.vector();
        var before = asked.isFollowUp() ? likeness(asked.vectorBefore(), vector) : 0;
        var words = IndexFields.words(kind, language);
        var signals = new ArrayList<Signals>();
        for (var one : measured) {
            var cosine =
                    vector.length == 0
                            ? WORDS_FOR_MEANING * one.coverage(words, i)
                            : VectorUtil.dotProduct(one.vector(), vector);
            signals.add(
                    new Signals(
                            one.share(words, i),
                            one.share(IndexFields.grams(kind), i),
                            one.share(IndexFields.pairs(language), i),
                            cosine,
                            cosine,
                            one.coverage(words, i),
                            one.coverage(IndexFields.title(language), i),
                            one.known(words),
                            before));
        }
        return new Found(
                new PassageId(stored.id(IndexFields.ID)),
                new DocumentId(stored.id(IndexFields.DOCUMENT)),
                kind,
                language,
                Boolean.parseBoolean(stored.text(IndexFields.FAQ)),
                stored.time(IndexFields.CHANGED),
                vector,
                Signals.mean(signals));
    }
}
