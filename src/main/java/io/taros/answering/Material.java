package io.taros.answering;

import io.taros.search.Hit;
import io.taros.search.Passage;
import io.taros.search.Retrieval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * The passages an answer may be made of: the best hits, few of any one document, so that no single
 * page, poisoned or merely long-winded, fills the whole view.
 *
 * @param hits what may be quoted, best first
 * @param found everything that was found, best first
 * @param isAcrossLanguages whether what was found could be compared with the question whatever its
 *     language
 */
record Material(
        String question,
        String language,
        List<Hit> hits,
        List<Hit> found,
        boolean isAcrossLanguages,
        QuestionTerms terms) {
    private static final int MAX_PASSAGES = 8;
    private static final int MAX_PER_DOCUMENT = 3;
    private static final int MAX_CHARACTERS = 12_000;

    /** What is closest decides whether it is in the question's language. */
    private static final int CLOSEST = 3;

    Material {
        hits = List.copyOf(hits);
        found = List.copyOf(found);
    }

    static Material of(String question, String language, Retrieval retrieval) {
        var perDocument = new HashMap<Object, Integer>();
        var chosen = new ArrayList<Hit>();
        var characters = 0;
        for (var hit : retrieval.hits()) {
            var passage = hit.passage();
            var length = passage.text().length();
            if (chosen.size() == MAX_PASSAGES
                    || (characters + length > MAX_CHARACTERS && !chosen.isEmpty())) {
                break;
            }
            if (perDocument.merge(passage.document(), 1, Integer::sum) <= MAX_PER_DOCUMENT) {
                chosen.add(hit);
                characters += length;
            }
        }
        return new Material(
                question,
                language,
                chosen,
                retrieval.hits(),
                retrieval.isAcrossLanguages(),
                QuestionTerms.of(question, language, retrieval.hits()));
    }

    Optional<Hit> best() {
        return hits.stream().findFirst();
    }

    /** The languages of what is closest, where none of it is in the question's; empty otherwise. */
    List<String> foreignLanguages() {
        var closest = hits.stream().limit(CLOSEST).toList();
        return closest.stream().allMatch(this::isForeign)
                ? closest.stream().map(hit -> hit.passage().language()).distinct().toList()
                : List.of();
    }

    boolean isForeign(Hit hit) {
        var spoken = hit.passage().language();
        return hit.features().languageMatch() < 0.5
                && !spoken.equals("und")
                && !spoken.equals(language);
    }

    /** The hit a citation rests on. */
    Hit hit(Citation citation) {
        return hits.stream()
                .filter(hit -> hit.passage().id().equals(citation.passage()))
                .findFirst()
                .orElseThrow();
    }

    boolean contains(Passage passage) {
        return hits.stream().anyMatch(hit -> hit.passage().id().equals(passage.id()));
    }

    /** The words a passage says: for a manual question, its answer. */
    static String words(Passage passage) {
        var answer = passage.answer();
        return answer == null ? passage.text() : answer;
    }
}
