package io.taros.answering;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The small words of one language that the pipeline has to know: which carry no content, which
 * point back to what was said before, how people greet, thank and ask for a person. The files stand
 * beside this class.
 */
record Lexicon(
        String language,
        Set<String> functionWords,
        Set<String> telltales,
        Set<String> references,
        List<String> openings,
        Set<String> greetings,
        Set<String> thanks,
        Set<String> farewells,
        Set<String> personVerbs,
        Set<String> personNouns,
        List<String> personPhrases,
        Set<String> personFillers,
        Set<String> languageFillers,
        Set<String> negations,
        Set<String> qualifiers) {

    /** The languages of the widget; English first, because it is the one to fall back to. */
    static final List<String> LANGUAGES = List.of("en", "da", "de", "fr", "es", "nl", "sv", "nb");

    private static final Map<String, Lexicon> ALL = loadAll();
    private static final Lexicon ENGLISH = load("en");

    static Lexicon of(String language) {
        return ALL.getOrDefault(normalized(language), ENGLISH);
    }

    static Iterable<Lexicon> all() {
        return ALL.values();
    }

    static boolean speaks(String language) {
        return ALL.containsKey(normalized(language));
    }

    /** {@code da-DK} is Danish, and Norwegian without a written form is bokmål. */
    static String normalized(String language) {
        var primary = language.toLowerCase(java.util.Locale.ROOT).split("[-_]", 2)[0];
        return primary.equals("no") || primary.equals("nn") ? "nb" : primary;
    }

    private static Map<String, Lexicon> loadAll() {
        var all = new LinkedHashMap<String, Lexicon>();
        for (var language : LANGUAGES) {
            all.put(language, load(language));
        }
        return java.util.Collections.unmodifiableMap(all);
    }

    private static Lexicon load(String language) {
        var file = new Properties();
        var name = "lexicon/" + language + ".properties";
        try (var in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + name);
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lexicon(
                language,
                words(file, "function-words"),
                words(file, "telltales"),
                words(file, "references"),
                phrases(file, "openings"),
                Set.copyOf(phrases(file, "greetings")),
                Set.copyOf(phrases(file, "thanks")),
                Set.copyOf(phrases(file, "farewells")),
                words(file, "person-verbs"),
                words(file, "person-nouns"),
                phrases(file, "person-phrases"),
                words(file, "person-fillers"),
                words(file, "language-fillers"),
                words(file, "negations"),
                words(file, "qualifiers"));
    }

    private static Set<String> words(Properties file, String key) {
        return Arrays.stream(value(file, key).split("\\s+"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Longest first, so that "what about" is tried before "what". */
    private static List<String> phrases(Properties file, String key) {
        return Arrays.stream(value(file, key).split(","))
                .map(String::strip)
                .distinct()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String value(Properties file, String key) {
        var value = file.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("A lexicon lacks " + key);
        }
        return value.strip();
    }
}
