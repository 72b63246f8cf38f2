package io.taros.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A cited passage as readers see it.
 *
 * @param number of its chip in the text
 * @param link to the page at the quoted words, where there is a page
 */
public record SourceQuote(int number, String title, @Nullable String link, String quote) {}
