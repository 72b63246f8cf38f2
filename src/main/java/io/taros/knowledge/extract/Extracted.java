package io.taros.knowledge.extract;

import org.jspecify.annotations.Nullable;

/** What came out of a file. */
public sealed interface Extracted {

    /**
     * @param title what the file calls itself, or its name
     * @param language what the file says it is written in, if it says so
     */
    record Text(String title, String text, @Nullable String language) implements Extracted {}

    record Unreadable(ReadProblem problem) implements Extracted {}
}
