package io.taros.bot;

import org.jspecify.annotations.Nullable;

/**
 * Hosts outside this installation that a question goes to.
 *
 * @param writer gets it with the passages found, to write the answer; absent where nobody writes
 * @param embedder gets it to compare it in meaning, as it got all that was taught; absent where
 *     that happens here
 */
public record Recipients(@Nullable String writer, @Nullable String embedder) {}
