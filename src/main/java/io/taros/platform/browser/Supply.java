package io.taros.platform.browser;

import io.taros.platform.fetch.Fetched;

/** Where a browser gets what a page asks for. */
@FunctionalInterface
public interface Supply {
    Supplied get(String url) throws InterruptedException;

    /** What one wish of a page came to. */
    sealed interface Supplied {
        record Given(Fetched.Page page) implements Supplied {}

        /** It is not there, or not to be had: the page does without it. */
        record Withheld() implements Supplied {}

        /** It may be there another time, and the page is not whole without it. */
        record Missing() implements Supplied {}
    }
}
