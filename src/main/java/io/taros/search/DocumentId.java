package io.taros.search;

import io.taros.platform.sql.Id;
import java.util.UUID;

/** The document a passage was cut from. */
public record DocumentId(UUID value) implements Id {}
