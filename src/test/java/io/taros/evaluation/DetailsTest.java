package io.taros.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DetailsTest {
    @TempDir private Path directory;

    @Test
    void writesALineOfJsonForEachQuestion() throws IOException {
        var file = directory.resolve("results.jsonl");

        Details.write(
                file,
                List.of(Results.answerable("1").given(), Results.unanswerable("2").withheld()));

        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        var first = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(first.path("gold").path(0).asString()).isEqualTo("delivery");
        assertThat(first.path("features").path("margin").asDouble()).isEqualTo(-0.5);
    }

    @Test
    void writesATableWhereTheNameSaysSo() throws IOException {
        var file = directory.resolve("Results.CSV");

        Details.write(
                file,
                List.of(
                        Results.answerable("1").replying("Four days,\nor \"five\".").given(),
                        Results.unanswerable("2").scored(0.25).withheld()));

        assertThat(Files.readString(file))
                .isEqualTo(
                        "\uFEFF"
                                + String.join(
                                        "\r\n",
                                        """
                                        "id","org","kind","lang","question","standalone","gold","unanswerable","outcome","answer","score","right","found","millis","feature coverage","feature margin\"\
                                        """,
                                        """
                                        "1",,"delivery","en","How long does it take?","How long does it take?","delivery",false,"answered","Four days,\nor ""five"".",0.5,true,"delivery",12.5,0.25,-0.5\
                                        """,
                                        """
                                        "2",,,,"How long does it take?","How long does it take?",,true,"unanswered","Four days.",0.25,false,"returns",12.5,0.25,\
                                        """,
                                        ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example\")",
                "+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "  =1",
                "＝1",
                "＠SUM(A1)"
            })
    void keepsASpreadsheetFromRunningWhatAVisitorWrote(String text) {
        assertThat(DetailsCsv.text(text)).startsWith("\"'").endsWith("\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a=b", "5-7 days"})
    void leavesOtherTextAlone(String text) {
        assertThat(DetailsCsv.text(text)).isEqualTo('"' + text + '"');
    }

    @Test
    void saysBeforeTheWorkWhichFileCannotBeWritten() {
        var nowhere = directory.resolve("missing").resolve("results.csv");

        assertThatThrownBy(() -> OutputFile.checkWritable(nowhere))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(nowhere.toString());
        assertThatThrownBy(() -> OutputFile.checkWritable(directory)).isInstanceOf(BadFile.class);
        OutputFile.checkWritable(directory.resolve("results.csv"));
        OutputFile.checkWritable(Path.of("results.csv"));
    }
}
