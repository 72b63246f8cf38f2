package io.taros.search;

import java.util.List;

/** Texts that left the installation to be embedded, and to whom. */
public record SentTexts(String provider, String model, String host, List<String> texts) {
    public SentTexts {
        texts = List.copyOf(texts);
    }
}
