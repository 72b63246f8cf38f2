package io.taros.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A request that does not fit what an address takes.
 *
 * @param sentence says what to do
 * @param field the name of what does not fit, where it has one
 */
record Misfit(Problem problem, String sentence, @Nullable String field) {}
