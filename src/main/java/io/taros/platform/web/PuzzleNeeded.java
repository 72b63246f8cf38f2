package io.taros.platform.web;

/** Welcome with the solution of this puzzle. */
public final class PuzzleNeeded extends RuntimeException {
    private final transient Record puzzle;

    /**
     * @param puzzle what the caller is told of it
     */
    public PuzzleNeeded(Record puzzle) {
        super("Solve the puzzle and send the request again with its solution");
        this.puzzle = puzzle;
    }

    Record puzzle() {
        return puzzle;
    }
}
