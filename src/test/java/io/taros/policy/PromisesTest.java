package io.taros.policy;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/promises.md} has every promise once, says what became of it, and names tests that are
 * there and say themselves what they prove. Whether they do is for people to read.
 */
class PromisesTest {
    private static final int PROMISES = 43;
    private static final Path PAGE = Path.of("docs/promises.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern ID = Pattern.compile("\\bP-\\d\\d\\b");
    private static final Pattern SECTION =
            Pattern.compile("^### (P-\\d+) .*\\n((?:(?!#).*\\n?)*)", Pattern.MULTILINE);
    private static final Pattern STATE =
            Pattern.compile("^- (Kept|Partly|With people|Not built yet): ", Pattern.MULTILINE);
    private static final Pattern OVERVIEW =
            Pattern.compile(
                    "^\\| (Kept|Partly|With people|Not built yet) \\| (.*) \\|$",
                    Pattern.MULTILINE);
    private static final Pattern PROOF =
            Pattern.compile("^- (?:Tests?|No test): .*(?:\\n  .*)*", Pattern.MULTILINE);
    private static final Pattern NAMED =
            Pattern.compile("`((?:[a-z]\\w*\\.)*[A-Z]\\w*)\\.([a-z]\\w*)`");

    private final String page = read(PAGE);
    private final Map<Path, String> sources = sources(TESTS);

    @Test
    void areEachOnThePageOnce() {
        assertThat(SECTION.matcher(page).results().map(section -> section.group(1)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, PROMISES)
                                .mapToObj(number -> "P-%02d".formatted(number))
                                .toList());
    }

    @Test
    void saysOfEachWhatBecameOfIt() {
        assertThat(sections())
                .allSatisfy((id, text) -> {
                    assertThat(count(STATE, text)).as("%s has one state", id).isEqualTo(1);
                    assertThat(count(PROOF, text)).as("%s has its tests", id).isEqualTo(1);
                    if (state(text).equals("Kept")) {
                        assertThat(tests(text)).as("%s is proven", id).isNotEmpty();
                    }
                });
    }

    @Test
    void isSummedUpAsItIs() {
        var summed = new TreeMap<String, String>();
        for (var line : OVERVIEW.matcher(page).results().toList()) {
            ID.matcher(line.group(2))
                    .results()
                    .forEach(id -> summed.put(id.group(), line.group(1)));
        }
        var told =
                sections().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, section -> state(section.getValue())));

        assertThat(summed).isEqualTo(told);
    }

    @Test
    void areProvenByTestsThatAreThereAndSayWhatTheyProve() {
        var wrong = new ArrayList<String>();
        sections()
                .forEach((id, text) ->
                        tests(text)
                                .forEach(test -> {
                                    var found = filesOf(test.group(1));
                                    if (found.size() != 1) {
                                        wrong.add(
                                                id
                                                        + ": "
                                                        + test.group(1)
                                                        + " is found in "
                                                        + found);
                                        return;
                                    }
                                    var source = sources.get(found.getFirst());
                                    if (!hasTest(source, test.group(2))) {
                                        wrong.add(id + ": no test " + test.group());
                                    }
                                    if (!source.contains(id)) {
                                        wrong.add(
                                                test.group(1)
                                                        + " does not say that it proves "
                                                        + id);
                                    }
                                }));

        assertThat(wrong).isEmpty();
    }

    @Test
    void areTheOnlyOnesThatCodeSpeaksOf() {
        var spoken =
                Stream.concat(
                                sources.values().stream(),
                                sources(Path.of("src/main")).values().stream())
                        .flatMap(source -> ID.matcher(source).results())
                        .map(MatchResult::group)
                        .collect(toCollection(TreeSet::new));

        assertThat(sections().keySet()).containsAll(spoken);
    }

    private Map<String, String> sections() {
        return SECTION.matcher(page)
                .results()
                .collect(
                        toMap(
                                section -> section.group(1),
                                section -> section.group(2),
                                String::concat,
                                TreeMap::new));
    }

    private static String state(String text) {
        return STATE.matcher(text).results().findFirst().map(found -> found.group(1)).orElse("");
    }

    private static List<MatchResult> tests(String text) {
        return PROOF.matcher(text)
                .results()
                .flatMap(line -> NAMED.matcher(line.group()).results())
                .toList();
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    /** A name that two packages have is told with as much of the package as it needs. */
    private List<Path> filesOf(String name) {
        var end = Path.of(name.replace('.', '/') + ".java");
        return sources.keySet().stream().filter(file -> file.endsWith(end)).toList();
    }

    private static boolean hasTest(String source, String name) {
        return Pattern.compile("\\b(?:void|ArchRule)\\s+" + name + "\\b").matcher(source).find();
    }

    private static Map<Path, String> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(?:java|ts|sql|jte)"))
                    .collect(toMap(file -> file, PromisesTest::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
