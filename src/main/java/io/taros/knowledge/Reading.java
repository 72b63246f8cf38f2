package io.taros.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document's content as it was read just now, cut and ready to be kept. */
record Reading(
        String title,
        String text,
        String language,
        List<Piece> pieces,
        @Nullable String etag,
        @Nullable String lastModified) {

    Reading {
        pieces = List.copyOf(pieces);
    }

    /** A passage to be: a piece of text, or a question with its answer. */
    record Piece(String headingPath, String text, @Nullable String answer) {}

    Reading from(@Nullable String newEtag, @Nullable String newLastModified) {
        return new Reading(title, text, language, pieces, newEtag, newLastModified);
    }

    byte[] hash() {
        String answers =
                String.join(
                        "\n",
                        pieces.stream()
                                .map(piece -> String.valueOf(piece.answer()))
                                .distinct()
                                .toList());
        return ContentHash.of(title, text, answers);
    }
}
