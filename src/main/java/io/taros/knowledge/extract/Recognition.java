package io.taros.knowledge.extract;

/**
 * How a page of a scan is recognized.
 *
 * @param command that does it, as Tesseract does
 * @param languages it is to know, as in {@code eng+dan}
 * @param page from 0
 */
record Recognition(String command, String languages, int page) {}
