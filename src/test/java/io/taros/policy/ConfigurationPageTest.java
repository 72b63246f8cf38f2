package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * {@code docs/configure.md} lists every setting as the code has it. After a change run with {@code
 * -Dtaros.write-docs=true} in the surefire arguments, or paste what the failure shows.
 */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("docs/configure.md");
    private static final String START = "<!-- generated -->\n";
    private static final String END = "<!-- end -->";

    private record Setting(String name, String type, String byDefault, String does) {
        String row() {
            return "| `%s` | %s | %s | %s |".formatted(name, type, byDefault, does);
        }
    }

    @Test
    void listsEverySettingAsTheCodeHasIt() throws Exception {
        var page = Files.readString(PAGE);
        var before = page.substring(0, page.indexOf(START) + START.length());
        var after = page.substring(page.indexOf(END));
        var expected = before + table() + after;
        if (Boolean.getBoolean("taros.write-docs")) {
            Files.writeString(PAGE, expected);
            return;
        }

        assertThat(page).isEqualTo(expected);
    }

    @Test
    void saysWhatEachIsFor() throws Exception {
        assertThat(settings())
                .allSatisfy(setting -> assertThat(setting.does()).as(setting.name()).isNotBlank());
    }

    private static String table() throws Exception {
        return settings().stream()
                .sorted(java.util.Comparator.comparing(Setting::name))
                .map(Setting::row)
                .collect(
                        Collectors.joining(
                                "\n",
                                "| Setting | Type | Default | |\n| --- | --- | --- | --- |\n",
                                "\n"));
    }

    private static List<Setting> settings() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var all = new ArrayList<Setting>();
        for (var found : scanner.findCandidateComponents("io.taros")) {
            var type = Class.forName(found.getBeanClassName());
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            if (type.isRecord()) {
                collect(type, prefix, source(type), all);
            }
        }
        return all;
    }

    private static void collect(Class<?> type, String prefix, String source, List<Setting> all)
            throws Exception {
        for (var component : type.getRecordComponents()) {
            var name = prefix + "." + kebab(component.getName());
            if (component.getType().isRecord() && component.getType().getEnclosingClass() != null) {
                collect(component.getType(), name, source, all);
                continue;
            }
            all.add(
                    new Setting(
                            name,
                            typeOf(component),
                            defaultOf(type, component),
                            descriptionOf(type, component, source)));
        }
    }

    private static String typeOf(RecordComponent component) {
        if (component.getType().isEnum()) {
            return Arrays.stream(component.getType().getEnumConstants())
                    .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        var generic = component.getGenericType().getTypeName();
        return generic.replaceAll("[\\w.]+[.$]", "")
                .replace("<", " of ")
                .replace(">", "")
                .toLowerCase(Locale.ROOT);
    }

    /** From the constructor: Spring reads the annotation there. */
    private static String defaultOf(Class<?> type, RecordComponent component) throws Exception {
        var constructor = type.getDeclaredConstructors()[0];
        for (var parameter : constructor.getParameters()) {
            if (parameter.getName().equals(component.getName())) {
                var byDefault = parameter.getAnnotation(DefaultValue.class);
                return byDefault == null || byDefault.value().length == 0
                        ? ""
                        : "`" + String.join(",", byDefault.value()) + "`";
            }
        }
        return "";
    }

    /** The {@code @param} of the comment right above the record. */
    private static String descriptionOf(Class<?> type, RecordComponent component, String source) {
        var comment =
                Pattern.compile(
                                "/\\*\\*((?:(?!\\*/).)*)\\*/(?:(?!/\\*\\*).)*?record "
                                        + type.getSimpleName()
                                        + "\\(",
                                Pattern.DOTALL)
                        .matcher(source);
        if (!comment.find()) {
            return "";
        }
        var text = comment.group(1).replaceAll("\\n\\s*\\*", "\n");
        var about =
                Pattern.compile(
                                "@param " + component.getName() + " ((?:(?!@param).)*)",
                                Pattern.DOTALL)
                        .matcher(text);
        return about.find()
                ? about.group(1)
                        .strip()
                        .replaceAll("\\s+", " ")
                        .replaceAll("\\{@code ([^}]*)}", "`$1`")
                : "";
    }

    private static String source(Class<?> type) throws IOException {
        return Files.readString(
                Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
