package io.taros.knowledge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be taught.
 *
 * @param maxFile the largest file taken
 * @param maxText the longest pasted text taken, as UTF-8
 * @param maxPages how many pages the bots of one organization learn from at most; a file, a text or
 *     a question with its answer is one page
 * @param maxStorage the files and texts of one organization at most, before they are packed
 */
@ConfigurationProperties("taros.knowledge")
public record KnowledgeSettings(
        @DefaultValue("50MB") DataSize maxFile,
        @DefaultValue("10MB") DataSize maxText,
        @DefaultValue("50000") int maxPages,
        @DefaultValue("5GB") DataSize maxStorage) {
    public KnowledgeSettings {
        if (maxPages < 1 || maxStorage.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "taros.knowledge.max-pages and taros.knowledge.max-storage must be at least 1");
        }
    }
}
