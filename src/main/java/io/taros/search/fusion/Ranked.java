package io.taros.search.fusion;

import io.taros.search.HitFeatures;
import io.taros.search.lucene.Found;

/** A candidate in its place. */
public record Ranked(Found found, double score, HitFeatures features) {}
