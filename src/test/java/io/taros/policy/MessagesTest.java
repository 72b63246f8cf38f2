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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every text is used, and no other is asked for. */
class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final Path BUNDLES = Path.of("src/main/resources/i18n");

    @TestFactory
    Stream<DynamicTest> areUsedAndPresent() throws IOException {
        var code = code();
        return modules()
                .map(module ->
                        DynamicTest.dynamicTest(
                                module,
                                () -> {
                                    var keys =
                                            bundle(module, "messages.properties")
                                                    .stringPropertyNames();
                                    var literals = literals(code, module);
                                    assertThat(unused(keys, literals)).as("unused").isEmpty();
                                    assertThat(missing(keys, asked(code, module)))
                                            .as("missing")
                                            .isEmpty();
                                }));
    }

    @TestFactory
    Stream<DynamicTest> areCompleteInDanish() throws IOException {
        return modules()
                .map(module ->
                        DynamicTest.dynamicTest(
                                module,
                                () ->
                                        assertThat(places(bundle(module, "messages_da.properties")))
                                                .isEqualTo(
                                                        places(
                                                                bundle(
                                                                        module,
                                                                        "messages.properties")))));
    }

    /** What is to be filled into each text. */
    private static Map<String, Set<String>> places(Properties texts) {
        return texts.stringPropertyNames().stream()
                .collect(
                        Collectors.toMap(
                                key -> key,
                                key -> find(List.of(texts.getProperty(key)), PLACE),
                                (one, _) -> one,
                                TreeMap::new));
    }

    /** A literal that ends in a dot is put together with the name of a constant. */
    private static Set<String> unused(Set<String> keys, Set<String> literals) {
        return keys.stream()
                .filter(key -> !literals.contains(key))
                .filter(key ->
                        literals.stream()
                                .noneMatch(literal ->
                                        literal.endsWith(".") && key.startsWith(literal)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> missing(Set<String> keys, Set<String> asked) {
        return asked.stream()
                .filter(key ->
                        key.endsWith(".")
                                ? keys.stream().noneMatch(known -> known.startsWith(key))
                                : !keys.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> literals(List<String> code, String module) {
        return find(code, Pattern.compile("\"(" + module + "\\.[\\w.-]*)"));
    }

    private static Set<String> asked(List<String> code, String module) {
        var asking =
                "(?:\\btext\\(|\\bnew (?:TooLarge|Conflict)\\(|\\bnew BadInput\\([^;\"]*\"?[^;\"]*\"?,)";
        return find(code, Pattern.compile(asking + "\\s*\"(" + module + "\\.[\\w.-]+)\""));
    }

    private static Set<String> find(List<String> code, Pattern pattern) {
        return code.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> modules() throws IOException {
        try (var directories = Files.list(BUNDLES)) {
            return directories
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Properties bundle(String module, String file) throws IOException {
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(
                        BUNDLES.resolve(module).resolve(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<String> code() throws IOException {
        try (var java = Files.walk(Path.of("src/main/java"));
                var templates = Files.walk(Path.of("src/main/jte"))) {
            return Stream.concat(java, templates)
                    .filter(Files::isRegularFile)
                    .map(MessagesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
