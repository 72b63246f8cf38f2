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
 */
record Material(
        String question, String language, List<Hit> hits, List<Hit> found, QuestionTerms terms) {
    private static final int MAX_PASSAGES = 8;
    private static final int MAX_PER_DOCUMENT = 3;
    private static final int MAX_CHARACTERS = 12_000;

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
                QuestionTerms.of(question, language, retrieval.hits()));
    }

    Optional<Hit> best() {
        return hits.stream().findFirst();
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
