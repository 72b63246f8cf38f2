package io.taros.legal;

import io.taros.platform.web.NotFound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every version of every text, {@code legal/<kind>_<version>_<language>.md}. One that was agreed to
 * is never changed; a significant change is a new file.
 */
@Component
@EnableConfigurationProperties(OperatorSettings.class)
class LegalTexts {
    private static final Pattern NAME = Pattern.compile("([a-z]+)_(\\d+)_([a-z]{2})\\.md");

    private record Key(TextKind kind, int version, String language) {}

    private final Map<Key, LegalText> texts = new HashMap<>();
    private final OperatorSettings operator;
    private final MessageSource words;

    LegalTexts(OperatorSettings operator, MessageSource words) throws IOException {
        this.operator = operator;
        this.words = words;
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("classpath:legal/*.md")) {
            var name = NAME.matcher(Objects.requireNonNull(file.getFilename()));
            if (!name.matches()) {
                throw new IllegalStateException("Not the name of a text: " + file.getFilename());
            }
            var version = Integer.parseInt(name.group(2));
            var lines = file.getContentAsString(StandardCharsets.UTF_8).strip().lines().toList();
            texts.put(
                    new Key(TextKind.of(name.group(1)).orElseThrow(), version, name.group(3)),
                    LegalText.read(version, lines));
        }
    }

    /** The newest first. */
    List<Integer> versions(TextKind kind) {
        return texts.keySet().stream()
                .filter(key -> key.kind() == kind)
                .map(Key::version)
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    LegalText latest(TextKind kind, Locale locale) {
        return get(kind, versions(kind).getFirst(), locale);
    }

    /** In English where it is not there in that language. */
    LegalText get(TextKind kind, int version, Locale locale) {
        var english = texts.get(new Key(kind, version, "en"));
        var found = texts.getOrDefault(new Key(kind, version, locale.getLanguage()), english);
        if (found == null) {
            throw new NotFound();
        }
        return found.with(operator(locale), contact(locale), operator.name() != null);
    }

    String operator(Locale locale) {
        if (operator.name() == null) {
            return words.getMessage("legal.operator", null, locale);
        }
        return operator.address() == null
                ? operator.name()
                : operator.name() + ", " + operator.address();
    }

    private String contact(Locale locale) {
        return operator.contact() == null
                ? words.getMessage("legal.contact", null, locale)
                : operator.contact();
    }

    /** Whether readers learn who that is. */
    boolean isOperatorKnown() {
        return operator.name() != null && operator.contact() != null;
    }
}
