package io.taros.search;

/**
 * What of an organization's knowledge a question may be answered from: what the bot knows in an
 * edition, as far as it is for everybody or for one of the tags.
 */
public record Reach(BotScope bot, Edition edition, KnowledgeTags tags) {}
