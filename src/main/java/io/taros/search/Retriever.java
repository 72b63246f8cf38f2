package io.taros.search;

/**
 * Finds passages for a question. Needs the organization bound; opens its own short transaction to
 * re-read them.
 */
public interface Retriever {
    Retrieval retrieve(RetrievalQuery query);
}
