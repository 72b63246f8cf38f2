package io.taros.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.answering.Turn;
import io.taros.evaluation.TaughtRow.Page;
import io.taros.search.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    private static final Pattern ADDRESS = Pattern.compile("url\\(|@import|https?://");

    @TempDir private Path directory;

    @Test
    void showsTheFiguresAsTheyArePrinted() throws IOException {
        var page =
                report(
                        Results.answerable("1").scored(0.9).given(),
                        Results.answerable("2").scored(0.8).finding("returns").given(),
                        Results.unanswerable("3").scored(0.1).withheld());

        assertThat(page.select("header p").text())
                .contains("docs.jsonl, questions.jsonl")
                .contains("1 March 2026, 09:30 UTC")
                .contains("test-model");
        assertThat(row(page, "Hit at 1").eachText()).contains("0.500");
        assertThat(row(page, "Answerability AUROC").eachText()).contains("1.000");
        assertThat(row(page, "Answerable").eachText()).endsWith("1", "1", "0", "0", "2");
        assertThat(row(page, "Unanswerable").eachText()).endsWith("0", "0", "1", "0", "1");
        assertThat(row(page, "delivery").eachText()).contains("0.500");
        assertThat(row(page, "en").eachText()).contains("0.500");
    }

    @Test
    void drawsTheScoreAgainstTheShareOfRightAnswers() throws IOException {
        var page =
                report(
                        Results.answerable("1").scored(0.95).given(),
                        Results.answerable("2").scored(0.95).finding("returns").given(),
                        Results.unanswerable("3").scored(0.05).withheld());

        var diagram =
                page.selectXpath(
                                "//*[@aria-labelledby='reliability-diagram-title reliability-diagram-description']")
                        .getFirst();
        assertThat(diagram.select(".bar")).hasSize(2);
        // 44 + .95 × 300 across, half of 300 up from 326.
        assertThat(diagram.select(".dot").last().attr("cx")).isEqualTo("329.0");
        assertThat(diagram.select(".dot").last().attr("cy")).isEqualTo("176.0");
        assertThat(row(page, "90–100 %").eachText())
                .containsExactly("90–100 %", "2", "95.0 %", "50.0 %", "9–91 %");
        assertThat(row(page, "50–60 %").eachText()).containsExactly("50–60 %", "0", "-", "-", "-");
    }

    @Test
    void listsWhatWasWrongBeginningWithTheGreatestClaim() throws IOException {
        var page =
                report(
                        Results.unanswerable("little").scored(0.2).withheld(),
                        Results.answerable("right").scored(0.99).given(),
                        Results.unanswerable("nothing claimed").scored(0).given(),
                        Results.answerable("most")
                                .scored(0.97)
                                .finding("returns", "delivery")
                                .asking(
                                        "And to Norway?",
                                        new Turn(Turn.Speaker.VISITOR, "Do you deliver?"))
                                .given());

        var mistakes = page.select(".mistakes > li");
        assertThat(mistakes).hasSize(2);
        assertThat(mistakes.getFirst().text())
                .contains(
                        "And to Norway?",
                        "97.0 %",
                        "given to the visitor",
                        "Visitor: Do you deliver?")
                .contains("Sending it back returns")
                .contains("How it gets to you delivery found in place 2");
        assertThat(mistakes.getLast().text()).contains("20.0 %", "withheld", "no answer:");
        assertThat(page.select("#mistakes + .lead").text())
                .isEqualTo("Wrong answers given: 1. Wrong and withheld: 1.");
    }

    @Test
    void writesWhatOthersWroteAsText() throws IOException {
        var attack = "</style><script>alert(1)</script><img src=x onerror=alert(1)>";
        var page =
                report(
                        Results.unanswerable(attack)
                                .asking(attack, new Turn(Turn.Speaker.BOT, attack))
                                .replying(attack)
                                .finding(attack)
                                .given());

        assertThat(page.select("script, img, iframe, object")).isEmpty();
        assertThat(page.select(".mistakes h3").text()).isEqualTo(attack);
    }

    @Test
    void asksNothingOfAnyOtherPlace() throws IOException {
        var page = report(Results.answerable("1").given(), Results.unanswerable("2").given());

        assertThat(page.select("[src], link:not([href='data:,']), script")).isEmpty();
        assertThat(page.select("a").eachAttr("href")).allMatch(link -> link.startsWith("#"));
        assertThat(ADDRESS.matcher(page.outerHtml()).find()).isFalse();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }

    @Test
    void namesEveryPartAndPutsATableBesideEachPicture() throws IOException {
        var page = report(Results.answerable("1").given(), Results.unanswerable("2").given());

        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (var part : page.select("[aria-labelledby]")) {
            for (var id : part.attr("aria-labelledby").split(" ")) {
                assertThat(page.getElementById(id)).as(id).isNotNull();
            }
        }
        assertThat(page.select("a[href^=#]"))
                .allSatisfy(link ->
                        assertThat(page.select(link.attr("href")))
                                .as(link.attr("href"))
                                .hasSize(1));
        assertThat(page.select("svg[role=img]")).hasSize(3);
        assertThat(page.select("svg[role=img] + .frame table")).hasSize(3);
        assertThat(page.select("thead th:not([scope=col]), tbody th:not([scope=row])")).isEmpty();
    }

    @Test
    void saysInWordsWhatCannotBeTold() throws IOException {
        var page = report(Results.answerable("1").given());

        assertThat(page.select("svg[role=img]")).hasSize(2);
        assertThat(page.select("#answerability + p").text()).contains("of one sort");
        assertThat(page.select("#mistakes + p").text()).contains("whatever was claimed was right");
    }

    private Document report(Result... results) throws IOException {
        var file = directory.resolve("report.html");
        var taught =
                List.<TaughtRow>of(
                        new Page("delivery", null, "How it gets to you", "Four days."),
                        new Page("returns", null, "Sending it back", "Thirty days."));
        new Report(() -> NOW, new NamedEmbedder())
                .write(
                        file,
                        List.of(Path.of("data/docs.jsonl"), Path.of("data/questions.jsonl")),
                        new Measured(new Taught(2, 2, 1), List.of(results), Titles.of(taught)));
        return Jsoup.parse(Files.readString(file));
    }

    private static Elements row(Document page, String name) {
        return page.select("tbody tr").stream()
                .filter(row -> row.select("th").text().equals(name))
                .findFirst()
                .map(Element::children)
                .orElseThrow(() -> new AssertionError("No row " + name));
    }

    private record NamedEmbedder() implements Embedder {
        @Override
        public List<float[]> embed(List<String> texts) {
            throw new AssertionError("A report embeds nothing");
        }

        @Override
        public String model() {
            return "test-model";
        }

        @Override
        public double weightFor(String language) {
            return 1;
        }

        @Override
        public boolean isMultilingual() {
            return false;
        }
    }
}
