package io.taros.answering;

import io.taros.search.DocumentId;
import io.taros.search.PassageId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a marker such as {@code [1]} in an answer stands for.
 *
 * @param quote the words of the passage that carry the answer, verbatim
 */
public record Citation(
        int number,
        UUID source,
        DocumentId document,
        PassageId passage,
        String title,
        @Nullable String url,
        String quote) {}
