package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SourcePassword")
record PasswordBody(@Nullable String password) {}
