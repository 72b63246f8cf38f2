package io.taros.search;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What turns texts into vectors. Keys and addresses are those of the provider.
 *
 * @param provider who makes the vectors of passages and questions; {@code built-in} is in this
 *     process
 * @param model of that provider; {@code text-embedding-3-small} of OpenAI and {@code mistral-embed}
 *     of Mistral unless set
 * @param dimensions how many numbers a vector of that provider's has, 1,024 at most
 * @param questionTimeout how long a question waits for its vector before it is searched for by its
 *     words alone
 * @param multilingual whether the model puts the same said in two languages close together; known
 *     of common models by their name
 * @param onnxDir a folder with {@code model.onnx} and {@code tokenizer.json} to use instead of the
 *     built-in English model
 */
@ConfigurationProperties("taros.models.embedding")
record EmbeddingSettings(
        @DefaultValue("built-in") EmbeddingProvider provider,
        @Nullable String model,
        @DefaultValue("1024") int dimensions,
        @DefaultValue("2s") Duration questionTimeout,
        @Nullable Boolean multilingual,
        @Nullable Path onnxDir) {}
