package io.taros.platform.browser;

import io.taros.platform.fetch.Fetched;
import java.util.Optional;

/** Where a browser gets what a page asks for. */
@FunctionalInterface
public interface Supply {
    /** Empty for what cannot be had, or is not to be. */
    Optional<Fetched.Page> get(String url) throws InterruptedException;
}
