package io.taros.knowledge.extract;

/** The smallest part of a text that is not cut without need. */
sealed interface Piece {
    record Heading(int level, String text) implements Piece {}

    /**
     * @param separator what stood between this and the piece before it
     * @param head the first row of the table that this is a later row of, or empty
     */
    record Text(String separator, String text, String head) implements Piece {}
}
