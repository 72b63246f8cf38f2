package io.taros.knowledge.extract;

/** What came of drawing a page. */
public sealed interface Picture {
    record Drawn(byte[] png) implements Picture {}

    /** There is no such page. */
    record Missing() implements Picture {}

    record Failed() implements Picture {}

    /** So many files are being looked at that nobody is to wait for it. */
    record Busy() implements Picture {}
}
