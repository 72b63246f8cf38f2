package io.taros.knowledge.extract;

/** The smallest part of a text that is not cut without need. */
sealed interface Piece {
    record Heading(int level, String text) implements Piece {}

    /**
     * @param separator what stood between this and the piece before it
     */
    record Text(String separator, String text) implements Piece {}
}
