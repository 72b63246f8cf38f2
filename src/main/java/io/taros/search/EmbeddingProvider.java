package io.taros.search;

/** Who makes the vectors of passages and questions. */
public enum EmbeddingProvider {
    /** A model in this process: the one in the jar, or one from a folder of the operator's. */
    BUILT_IN,
    OPENAI,
    MISTRAL,
    /** Any server that speaks OpenAI's protocol. */
    COMPATIBLE
}
