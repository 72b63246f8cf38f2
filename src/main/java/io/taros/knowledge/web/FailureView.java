package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page that could not be read, and why. */
@Schema(name = "Failure")
record FailureView(UUID id, @Nullable String url, String error) {}
