package io.taros.search;

import io.taros.platform.sql.Id;
import java.util.UUID;

/** A passage, the unit that is found and cited. */
public record PassageId(UUID value) implements Id {}
