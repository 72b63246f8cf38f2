package io.taros.conversation;

import java.util.List;

/** Some of a text, with what was looked for in it. */
public record Snippet(List<Snippet.Part> parts) {
    public Snippet {
        parts = List.copyOf(parts);
    }

    public record Part(String text, boolean isMatch) {}
}
