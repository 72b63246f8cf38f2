package io.taros.search;

/**
 * One inside this process: it costs nothing and tells nobody, so that any number of sentences may
 * be compared for one question. What passages are found by may be another one, somewhere else.
 */
public interface LocalEmbedder extends Embedder {}
