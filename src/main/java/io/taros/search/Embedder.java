package io.taros.search;

import java.util.List;

/** Turns texts into vectors of length 1, so that a dot product is their similarity. */
public interface Embedder {
    List<float[]> embed(List<String> texts);

    /** Vectors of different models do not compare; the index remembers whose it holds. */
    String model();

    /**
     * How far its vectors are to be trusted for a language, 0 to 1; {@code und} when it is not
     * known.
     */
    double weightFor(String language);
}
