package io.taros.answering;

import java.util.List;

/**
 * What a composer wrote and how well it stands.
 *
 * @param support how far its sentences follow from what they cite, 0 to 1
 * @param coverage share of the question's words that it takes up, 0 to 1
 */
record Draft(
        Composer composer,
        String text,
        List<Citation> citations,
        double support,
        double coverage,
        Usage usage) {
    Draft {
        citations = List.copyOf(citations);
    }

    Draft withText(String other) {
        return new Draft(composer, other, citations, support, coverage, usage);
    }
}
