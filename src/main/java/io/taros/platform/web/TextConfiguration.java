package io.taros.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Every module's texts lie in {@code i18n/<module>/messages*.properties}; English is complete and
 * the fallback.
 */
@Configuration
class TextConfiguration {
    @Bean
    MessageSource messageSource() throws IOException {
        var messages = new ResourceBundleMessageSource();
        for (var bundle :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:i18n/*/messages.properties")) {
            var segments = bundle.getURL().getPath().split("/", -1);
            messages.addBasenames("i18n/" + segments[segments.length - 2] + "/messages");
        }
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.forLanguageTag("da")));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
