package io.taros.knowledge.extract;

/** What came of trying a password. */
public sealed interface Unlocked {
    /** The same file without it. */
    record File(byte[] content) implements Unlocked {}

    record Refused() implements Unlocked {}

    /** So many files are being read that nobody is to wait for it. */
    record Busy() implements Unlocked {}

    record Unreadable(ReadProblem problem) implements Unlocked {}
}
