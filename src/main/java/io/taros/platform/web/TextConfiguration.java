package io.taros.platform.web;

import io.taros.platform.security.Surface;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Every module's texts lie in {@code i18n/<module>/messages*.properties}; English is complete and
 * the fallback.
 */
@Configuration
class TextConfiguration {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("da"));

    /** What visitors of websites are told, where it is not all said in their language. */
    private static final List<Locale> SPOKEN_TO_VISITORS =
            Stream.of("en", "da", "de", "es", "fr", "nb", "nl", "nn", "no", "sv")
                    .map(Locale::forLanguageTag)
                    .toList();

    /** The language somebody chose in their profile, or else the one their browser asks for. */
    private static final class ChosenLanguage extends AcceptHeaderLocaleResolver {
        private final AcceptHeaderLocaleResolver visitors =
                accepting(SPOKEN_TO_VISITORS, new AcceptHeaderLocaleResolver());

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            if (isForVisitors(request)) {
                return Texts.written(visitors.resolveLocale(request));
            }
            var chosen = WebUtils.getCookie(request, "taros-language");
            return SPOKEN.stream()
                    .filter(spoken ->
                            chosen != null && spoken.getLanguage().equals(chosen.getValue()))
                    .findFirst()
                    .orElseGet(() -> super.resolveLocale(request));
        }
    }

    /** The channel, and the pages that links in its mails open. */
    private static boolean isForVisitors(HttpServletRequest request) {
        return Surface.of(request) == Surface.VISITOR
                || request.getRequestURI().startsWith("/chat/");
    }

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
        return accepting(SPOKEN, new ChosenLanguage());
    }

    private static <R extends AcceptHeaderLocaleResolver> R accepting(
            List<Locale> languages, R resolver) {
        resolver.setSupportedLocales(languages);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
