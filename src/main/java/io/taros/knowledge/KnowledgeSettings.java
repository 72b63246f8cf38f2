package io.taros.knowledge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be taught at once.
 *
 * @param maxFile the largest file taken
 * @param maxText the longest pasted text taken, as UTF-8
 */
@ConfigurationProperties("taros.knowledge")
public record KnowledgeSettings(
        @DefaultValue("50MB") DataSize maxFile, @DefaultValue("10MB") DataSize maxText) {}
