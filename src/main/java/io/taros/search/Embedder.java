package io.taros.search;

import java.util.List;

/** Turns texts into vectors whose cosine tells how close they are in meaning. */
public interface Embedder {
    /** Names the vector space: vectors of different models are never compared. */
    String model();

    /** Between 0 and 1: how much the model's word is worth in a language. */
    double weightFor(String language);

    List<float[]> embed(List<String> texts);
}
