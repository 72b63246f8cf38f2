package io.taros.search;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What turns texts into vectors.
 *
 * @param onnxDir a folder with {@code model.onnx} and {@code tokenizer.json} to use instead of the
 *     built-in English model
 */
@ConfigurationProperties("taros.models.embedding")
record EmbeddingSettings(@Nullable Path onnxDir) {}
