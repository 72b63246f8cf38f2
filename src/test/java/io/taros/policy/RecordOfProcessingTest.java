package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Datasets;
import io.taros.platform.datamap.Kept;
import io.taros.platform.datamap.Place;
import io.taros.platform.datamap.Purpose;
import io.taros.platform.retention.RetentionRules;
import io.taros.testing.TarosTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/**
 * P-18: {@code docs/privacy-map.md} is what the code says. After a change run with {@code
 * -Dtaros.write-docs=true} in the surefire arguments, or paste what the failure shows.
 */
@TarosTest
class RecordOfProcessingTest {
    private static final Path PAGE = Path.of("docs/privacy-map.md");
    private static final String START = "<!-- generated -->\n";
    private static final String END = "<!-- end -->";

    private final Datasets datasets;
    private final RetentionRules rules;
    private final MessageSource texts;

    RecordOfProcessingTest(Datasets datasets, RetentionRules rules, MessageSource texts) {
        this.datasets = datasets;
        this.rules = rules;
        this.texts = texts;
    }

    @Test
    void isWhatTheCodeSays() throws Exception {
        var page = Files.readString(PAGE);
        var expected =
                page.substring(0, page.indexOf(START) + START.length())
                        + datasets.byPurpose().entrySet().stream()
                                .map(this::section)
                                .collect(Collectors.joining())
                        + rest()
                        + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("taros.write-docs")) {
            Files.writeString(PAGE, expected);
            return;
        }

        assertThat(page).isEqualTo(expected);
    }

    private String section(Map.Entry<Purpose, List<Dataset>> activity) {
        var purpose = activity.getKey();
        return """
        ## %s

        %s %s. %s.

        | What | Where | About | Kinds of data | Kept |
        | --- | --- | --- | --- | --- |
        %s
        """
                .formatted(
                        text("purpose." + purpose),
                        text("purpose." + purpose + ".why"),
                        text("part." + purpose.part()),
                        text("basis." + purpose.basis()),
                        activity.getValue().stream().map(this::row).collect(Collectors.joining()));
    }

    private String row(Dataset dataset) {
        return "| %s | %s `%s` | %s | %s | %s |\n"
                .formatted(
                        text("data." + dataset.name()),
                        text("place." + dataset.place()),
                        dataset.name(),
                        texts("subject.", dataset.subjects().stream().sorted()),
                        kinds(dataset),
                        end(dataset) + (dataset.isWritten() ? "" : "; nothing writes it yet"));
    }

    private String kinds(Dataset dataset) {
        return dataset.lies().entrySet().stream()
                .map(lies ->
                        texts("category.", lies.getValue().stream())
                                + " ("
                                + text("protection." + lies.getKey())
                                + ")")
                .collect(Collectors.joining("; "));
    }

    private String end(Dataset dataset) {
        var own =
                dataset.kept() instanceof Kept.With(var table)
                        ? "With `%s`: ".formatted(table)
                        : "";
        return own
                + switch (datasets.endOf(dataset)) {
                    case Kept.ByRule(var rule) -> text("kept." + rule, daysOf(rule));
                    case Kept.For(var time) when time.toDays() > 0 ->
                            text("map.for-days", time.toDays());
                    case Kept.For(var time) -> text("map.for-hours", time.toHours());
                    case Kept.ByOperator() -> text("map.by-operator");
                    default -> text("map.until-done");
                };
    }

    private long daysOf(String rule) {
        return rules.all().stream()
                .filter(known -> known.name().equals(rule))
                .findFirst()
                .orElseThrow()
                .term()
                .usual()
                .toDays();
    }

    private String rest() {
        return tables() + log();
    }

    private String tables() {
        return datasets.all().stream()
                .filter(dataset -> !dataset.isPersonal() && dataset.place() == Place.TABLE)
                .map(dataset -> "`" + dataset.name() + "`")
                .sorted()
                .collect(
                        Collectors.joining(
                                ", ", "## Tables with nothing personal in them\n\n", "\n"));
    }

    /** Beside ids and failures, which whatever logs may log. */
    private String log() {
        return datasets.all().stream()
                .filter(dataset -> !dataset.isPersonal() && dataset.place() == Place.LOG)
                .flatMap(dataset ->
                        Stream.concat(
                                        dataset.fields().stream().map(Dataset.Field::name),
                                        dataset.neutral().stream())
                                .map(name -> "`" + dataset.name() + " " + name + "`"))
                .sorted()
                .collect(
                        Collectors.joining(
                                ", ", "\n## What the log says beside ids and failures\n\n", "\n"));
    }

    private <E extends Enum<E>> String texts(String prefix, Stream<E> of) {
        return of.map(one -> text(prefix + one)).collect(Collectors.joining(", "));
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage("privacy." + key, arguments, Locale.ENGLISH);
    }
}
