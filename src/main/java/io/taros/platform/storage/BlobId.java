package io.taros.platform.storage;

import io.taros.platform.sql.Id;
import java.util.UUID;

public record BlobId(UUID value) implements Id {}
