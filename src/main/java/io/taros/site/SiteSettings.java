package io.taros.site;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param demoBot public key of the bot that answers on the front page
 */
@ConfigurationProperties("taros.site")
public record SiteSettings(@Nullable String demoBot) {}
