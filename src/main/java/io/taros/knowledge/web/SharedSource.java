package io.taros.knowledge.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bot uses of another one's.
 *
 * @param home the bot it belongs to; none that whoever looks may not see
 */
public record SharedSource(UUID id, SourceRow.Kind kind, String title, @Nullable String home) {}
