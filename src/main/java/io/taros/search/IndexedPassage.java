package io.taros.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage as the index takes it. {@code language} is an ISO 639-1 code or {@code und}; {@code
 * vector} has length 1 and comes from {@link Embedder#embed}, or is empty where it is found by its
 * words alone; {@code changed} is when its document last said something new.
 */
public record IndexedPassage(
        PassageId id,
        DocumentId document,
        UUID source,
        BotScope bot,
        String language,
        Passage.Kind kind,
        String title,
        String headingPath,
        String text,
        float[] vector,
        @Nullable String url,
        Instant changed) {
    public IndexedPassage {
        language = Languages.code(language);
    }

    /** What is embedded for a passage: the text alone seldom says what it is about. */
    public static String embeddedText(String title, String headingPath, String text) {
        var whole = new StringBuilder();
        if (!title.isBlank() && !text.startsWith(title)) {
            whole.append(title).append('\n');
        }
        if (!headingPath.isBlank()) {
            whole.append(headingPath).append('\n');
        }
        return whole.append(text).toString();
    }
}
