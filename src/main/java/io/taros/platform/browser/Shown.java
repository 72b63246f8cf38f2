package io.taros.platform.browser;

/** What showing a page came to. */
public sealed interface Shown {

    /** As its scripts left it when they came to rest, with all there was to get for them. */
    record Whole(String html) implements Shown {}

    /** Its scripts came to no end, or something they asked for could not be had this time. */
    record Part() implements Shown {}

    /** No browser was free, or none started. */
    record Untried() implements Shown {}
}
