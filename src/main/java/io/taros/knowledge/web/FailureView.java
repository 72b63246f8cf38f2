package io.taros.knowledge.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page that could not be read, and why. */
record FailureView(UUID id, @Nullable String url, String error) {}
