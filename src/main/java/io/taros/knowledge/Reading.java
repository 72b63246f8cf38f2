package io.taros.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document's content as it was read just now, cut and ready to be kept.
 *
 * @param blocks of a page of a site, which may leave to others what it has in common with them
 */
record Reading(
        String title,
        String text,
        String language,
        List<Piece> pieces,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable PageBlocks blocks) {

    /** A page has none, however little of it is taught. */
    private static final String NO_ANSWERS = "null";

    Reading {
        pieces = List.copyOf(pieces);
    }

    /**
     * A passage to be: a piece of text, or a question with its answer.
     *
     * @param language which in a document of several need not be the document's
     */
    record Piece(String headingPath, String text, @Nullable String answer, String language) {
        /** What the document's text does not say: another way to ask, and the answer. */
        private String said() {
            return answer == null ? "null" : text + "\n" + answer;
        }
    }

    Reading from(@Nullable String newEtag, @Nullable String newLastModified) {
        return new Reading(title, text, language, pieces, newEtag, newLastModified, blocks);
    }

    List<@Nullable String> answersOfPieces() {
        List<@Nullable String> answers = new ArrayList<>();
        pieces.forEach(piece -> answers.add(piece.answer()));
        return answers;
    }

    byte[] hash() {
        return ContentHash.of(title, text, blocks == null ? answers() : NO_ANSWERS);
    }

    private String answers() {
        return String.join("\n", pieces.stream().map(Piece::said).distinct().toList());
    }
}
