package io.taros.knowledge.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param status as a call of its own would have had
 */
@Schema(name = "DocumentResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BulkLine(int line, @Nullable String externalId, int status, @Nullable String error) {}
