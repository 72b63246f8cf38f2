package io.taros.search;

import org.jspecify.annotations.Nullable;

public record RetrievalQuery(BotScope bot, String question, @Nullable String language, int limit) {}
