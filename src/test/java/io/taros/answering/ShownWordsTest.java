package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.search.WordsAlone;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an answer is explained by has a name that can be shown. */
class ShownWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "_da"})
    void nameEveryFeatureAndStepOfATrace(String language) throws IOException {
        var keys =
                Stream.of(
                                named("feature", Signals.Feature.values()),
                                named("composer", Composer.values()),
                                named("attempt", Trace.Attempt.Outcome.values()),
                                named("words-alone", WordsAlone.Cause.values()),
                                named("method", Trace.Standalone.Method.values()),
                                named("why", Answer.Why.values()))
                        .flatMap(one -> one);

        assertThat(texts(language).stringPropertyNames()).containsAll(keys.toList());
    }

    private static Stream<String> named(String what, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value ->
                        "answering."
                                + what
                                + "."
                                + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in =
                ShownWordsTest.class.getResourceAsStream(
                        "/i18n/answering/messages" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
