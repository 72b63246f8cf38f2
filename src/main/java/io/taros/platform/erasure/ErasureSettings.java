package io.taros.platform.erasure;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where it is written down that something was erased.
 *
 * @param journal to which the ids of what is erased are added; best on another disk than the
 *     database, and on one that all nodes share; `erasures.jsonl` in the data directory unless set
 */
@ConfigurationProperties("taros.erasures")
public record ErasureSettings(@Nullable Path journal) {}
