package io.taros.policy;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Dataset.Field;
import io.taros.platform.datamap.Datasets;
import io.taros.platform.datamap.Place;
import io.taros.policy.LoggedArguments.Argument;
import io.taros.policy.LoggedArguments.Kind;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * P-06, P-17: what a line of the log says has said what it is. Ids and failures are on the map once
 * for all; whatever else is no number, moment or state is there under the class that logs it.
 */
@TarosTest
class LogFieldsTest {
    private static final Path SOURCES = Path.of("src/main/java");

    private final Datasets datasets;

    LogFieldsTest(Datasets datasets) {
        this.datasets = datasets;
    }

    @Test
    void namesEveryFieldOfTheLogAndNoOther() throws IOException {
        var logged =
                LoggedArguments.in(sources()).stream()
                        .filter(argument -> argument.kind() != Kind.NEUTRAL)
                        .map(LogFieldsTest::field)
                        .collect(toCollection(TreeSet::new));

        assertThat(logged).contains("ServerLog.ids", "ServerLog.failures");
        assertThat(declared()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(logged);
    }

    @Test
    void takesNothingButWhatTellsOfNobodyWithoutAWord() throws IOException {
        assertThat(LoggedArguments.in(List.of(Source.of(EXAMPLE))))
                .containsExactly(
                        new Argument("Example", "text", Kind.TEXT),
                        new Argument("Example", "text.strip", Kind.TEXT),
                        new Argument("Example", "id", Kind.IDS),
                        new Argument("Example", "thrown.getMessage", Kind.FAILURES),
                        new Argument("Example", "thrown", Kind.FAILURES),
                        new Argument("Example", "count", Kind.NEUTRAL),
                        new Argument("Example", "LIMIT", Kind.NEUTRAL),
                        new Argument("Example", "thrown.getClass.getSimpleName", Kind.NEUTRAL),
                        new Argument("Example", "\"Said\"+text", Kind.HIDDEN),
                        new Argument("Example", "LOG.atInfo", Kind.HIDDEN),
                        new Argument("Example", "LOG::info", Kind.HIDDEN),
                        new Argument("Example", "text", Kind.TEXT));
    }

    private static final String EXAMPLE =
            """
            class Example {
                static final org.slf4j.Logger LOG = null;
                static final String LIMIT = "ten";

                void log(String text, java.util.UUID id, Exception thrown, int count) {
                    LOG.info("{} {} {}", text, text.strip(), id);
                    LOG.warn("{}" + " {}", thrown.getMessage(), thrown);
                    LOG.error("{} {} {}", count, LIMIT, thrown.getClass().getSimpleName());
                    LOG.info("Said " + text);
                    LOG.atInfo().log(text);
                    java.util.function.Consumer<String> said = LOG::info;
                    LOG.info(io.taros.platform.log.CleanLog.MEANT, "Said {}", text);
                }
            }
            """;

    private record Source() {
        static JavaFileObject of(String code) {
            return new SimpleJavaFileObject(
                    URI.create("memory:///Example.java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignored) {
                    return code;
                }
            };
        }
    }

    private static String field(Argument argument) {
        return switch (argument.kind()) {
            case IDS -> "ServerLog.ids";
            case FAILURES -> "ServerLog.failures";
            case NEUTRAL, TEXT, HIDDEN -> argument.writer() + "." + argument.name();
        };
    }

    private List<String> declared() {
        return datasets.all().stream()
                .filter(dataset -> dataset.place() == Place.LOG)
                .flatMap(LogFieldsTest::names)
                .toList();
    }

    private static Stream<String> names(Dataset dataset) {
        return Stream.concat(dataset.fields().stream().map(Field::name), dataset.neutral().stream())
                .map(name -> dataset.name() + "." + name);
    }

    private static Iterable<? extends JavaFileObject> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var logging = files.filter(LogFieldsTest::logs).toList();
            return ToolProvider.getSystemJavaCompiler()
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjectsFromPaths(logging);
        }
    }

    private static boolean logs(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && Files.readString(file).contains("org.slf4j");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
