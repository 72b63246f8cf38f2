package io.taros.bot;

/** Who writes a bot's answers. */
public enum Provider {
    /** The first provider that this installation has a key for, none otherwise. */
    AUTOMATIC,
    /** Nobody: answers are quoted from the passages and no text leaves the installation. */
    NONE,
    OPENAI,
    ANTHROPIC,
    MISTRAL,
    /** Any server that speaks OpenAI's protocol, such as Ollama or vLLM. */
    COMPATIBLE
}
