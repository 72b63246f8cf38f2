package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a visitor can be told is told in each of the widget's languages, and never in English.
 */
class VisitorTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** By module, how the names of texts begin that visitors read. */
    private static final Map<String, List<String>> READ =
            Map.of(
                    "attachment", List.of("attachment.input."),
                    "block", List.of("block.visitor"),
                    "ceiling", List.of("ceiling.reached"),
                    "conversation",
                            List.of(
                                    "conversation.visitor.",
                                    "conversation.input.held",
                                    "conversation.input.spam",
                                    "conversation.input.file"),
                    "followup",
                            List.of(
                                    "followup.mail.",
                                    "followup.stop.",
                                    "followup.taken.cut",
                                    "followup.taken.attachments"),
                    "lead",
                            List.of(
                                    "lead.input.required",
                                    "lead.input.contact",
                                    "lead.input.consent"),
                    "widget",
                            List.of(
                                    "widget.mail.",
                                    "widget.transcript.",
                                    "widget.input.email",
                                    "widget.input.no-mail",
                                    "widget.input.long",
                                    "widget.input.message",
                                    "widget.input.identity",
                                    "widget.input.files-off"));

    record Said(String language, String module) {}

    static Stream<Said> said() {
        return languages()
                .flatMap(language ->
                        READ.keySet().stream().sorted().map(module -> new Said(language, module)));
    }

    static Stream<String> languages() {
        return Stream.of("da", "de", "es", "fr", "nb", "nl", "sv");
    }

    @ParameterizedTest
    @MethodSource("said")
    void areSaidInEveryLanguage(Said said) throws IOException {
        var english = read("i18n/%s/messages.properties".formatted(said.module()));
        var theirs =
                read("i18n/%s/messages_%s.properties".formatted(said.module(), said.language()));
        var wanted =
                english.stringPropertyNames().stream()
                        .filter(key -> READ.get(said.module()).stream().anyMatch(key::startsWith))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(wanted).isNotEmpty();
        assertThat(places(theirs, wanted)).isEqualTo(places(english, wanted));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void areSaidByTheBotInEveryLanguage(String language) throws IOException {
        var english = read("i18n/answering/visitor.properties");
        var theirs = read("i18n/answering/visitor_%s.properties".formatted(language));

        assertThat(places(theirs, theirs.stringPropertyNames()))
                .isEqualTo(places(english, english.stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void areSaidByTheWidgetInEveryLanguage(String language) throws IOException {
        assertThat(words(language)).isEqualTo(words("en"));
    }

    private static Set<String> words(String language) throws IOException {
        var file = RESOURCES.resolve("widget/words/" + language + ".json");
        return JsonMapper.shared()
                .readTree(Files.readString(file))
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What is to be filled into each text; a text that is not there has no line. */
    private static Map<String, Set<String>> places(Properties texts, Set<String> keys) {
        return keys.stream()
                .filter(texts::containsKey)
                .collect(
                        Collectors.toMap(
                                key -> key,
                                key ->
                                        PLACE.matcher(texts.getProperty(key))
                                                .results()
                                                .map((MatchResult found) -> found.group(1))
                                                .collect(Collectors.toSet()),
                                (one, _) -> one,
                                TreeMap::new));
    }

    private static Properties read(String file) throws IOException {
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
