package io.taros.search;

/** A found passage with its fused score, best first in {@link Retrieval#hits()}. */
public record Hit(Passage passage, double score, HitFeatures features) {}
