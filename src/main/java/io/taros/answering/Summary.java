package io.taros.answering;

/**
 * A conversation as a person who takes it over is told of it. Written by a model.
 *
 * @param wants what the visitor wants
 * @param tried what was asked and answered so far
 * @param open what is still to be done
 */
public record Summary(String wants, String tried, String open) {}
