package io.taros.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which embedding models put the same said in two languages close together, as their makers declare
 * it. Of others whoever sets them up says so.
 */
public final class KnownModels {
    private static final List<String> MULTILINGUAL =
            List.of(
                    "multilingual",
                    "text-embedding-3",
                    "text-embedding-ada-002",
                    "mistral-embed",
                    "bge-m3",
                    "labse",
                    "embeddinggemma",
                    "qwen3-embedding",
                    "arctic-embed2",
                    "arctic-embed-l-v2",
                    "arctic-embed-m-v2",
                    "jina-embeddings-v3",
                    "nomic-embed-text-v2");

    private KnownModels() {}

    /**
     * @param said by the operator, which counts more
     */
    public static boolean isMultilingual(String model, @Nullable Boolean said) {
        var name = model.toLowerCase(Locale.ROOT);
        return said == null ? MULTILINGUAL.stream().anyMatch(name::contains) : said;
    }
}
