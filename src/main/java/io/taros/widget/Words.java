package io.taros.widget;

import static java.util.Objects.requireNonNull;

import io.taros.bot.Bot;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every word the widget says, by language: the same files that are bundled into it. An owner puts
 * words of their own in place of ours, for every language by the name of the text or for one by
 * {@code language:name}, and so brings languages that we do not speak.
 */
@Component
public class Words {
    private static final String FALLBACK = "en";

    private final Map<String, Map<String, String>> ours = new TreeMap<>();

    Words(JsonMapper json) throws IOException {
        for (var file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:widget/words/*.json")) {
            var language = requireNonNull(file.getFilename()).replace(".json", "");
            try (var content = file.getInputStream()) {
                ours.put(language, json.readValue(content, new TypeReference<>() {}));
            }
        }
    }

    /** Those the widget speaks by itself. */
    public SortedSet<String> languages() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(ours.keySet()));
    }

    /** Ours, in English where we do not speak the language. */
    public Map<String, String> of(String language) {
        return Collections.unmodifiableMap(
                ours.getOrDefault(language, requireNonNull(ours.get(FALLBACK))));
    }

    /** In which language a text of ours reads exactly so; empty if in none. */
    Optional<String> languageOf(String name, String wording) {
        return ours.entrySet().stream()
                .filter(words -> wording.equals(words.getValue().get(name)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The name under which an owner's words for one language are kept. */
    public static String nameIn(String language, String name) {
        return language + ":" + name;
    }

    /** Whether the owner shows this wording, in whatever language. */
    static boolean isOwn(Bot bot, String name, String wording) {
        return own(bot, name).anyMatch(wording::equals);
    }

    private static Stream<String> own(Bot bot, String name) {
        return bot.widget().texts().entrySet().stream()
                .filter(text -> text.getKey().equals(name) || text.getKey().endsWith(":" + name))
                .map(Map.Entry::getValue)
                .filter(text -> !text.isBlank());
    }
}
