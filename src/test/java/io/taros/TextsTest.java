package io.taros;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    static java.util.List<String> modules() {
        return Bundles.names();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void saysEverythingInDanishToo(String module) throws IOException {
        var english = read(module, "");
        var danish = read(module, "_da");

        assertThat(danish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void prefixesKeysWithTheModule(String module) throws IOException {
        assertThat(read(module, "").stringPropertyNames())
                .allSatisfy(key -> assertThat(key).startsWith(module + "."));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void usesTheSameArguments(String module) throws IOException {
        var english = read(module, "");
        var danish = read(module, "_da");

        assertThat(english.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(arguments(danish.getProperty(key)))
                                .as(key)
                                .isEqualTo(arguments(english.getProperty(key))));
    }

    private static java.util.Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Properties read(String module, String language) throws IOException {
        var path = "/i18n/" + module + "/messages" + language + ".properties";
        var texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
