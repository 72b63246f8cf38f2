package io.taros.search.lucene;

import io.taros.search.BotScope;

/** A question ready to be searched for. {@code language} is {@code und} when it is not known. */
public record Asked(BotScope bot, String text, String language, float[] vector) {}
