package io.taros.search;

import io.taros.platform.sql.Id;
import java.util.UUID;

/** The bot whose passages may be found. Search knows no bots, only that passages belong to one. */
public record BotScope(UUID value) implements Id {}
