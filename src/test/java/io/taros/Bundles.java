package io.taros;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The product's texts, without the product. */
public final class Bundles {
    private Bundles() {}

    static List<String> names() {
        try {
            return java.util.Arrays.stream(
                            new PathMatchingResourcePatternResolver()
                                    .getResources("classpath*:i18n/*/messages.properties"))
                    .map(Bundles::moduleOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String moduleOf(org.springframework.core.io.Resource bundle) {
        try {
            return Path.of(URI.create(bundle.getURL().toString()))
                    .getParent()
                    .getFileName()
                    .toString()
                    .replace(File.separator, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MessageSource all() {
        var messages = new ResourceBundleMessageSource();
        names().forEach(module -> messages.addBasenames("i18n/" + module + "/messages"));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
