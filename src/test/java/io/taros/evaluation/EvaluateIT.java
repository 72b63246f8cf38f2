package io.taros.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The command as it is typed, with the packaged jar. */
class EvaluateIT {
    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();
    private final JsonMapper json = new JsonMapper();
    private Path documents;
    private Path faqs;
    private Path questions;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(data);
        documents =
                file(
                        "docs.jsonl",
                        """
                        {"id": "delivery", "title": "Delivery", "text": "A parcel to Norway takes four working days and costs 59 kroner."}
                        {"id": "returns", "title": "Returns", "text": "Send back what you do not like within thirty days of delivery."}
                        """);
        faqs =
                file(
                        "faqs.jsonl",
                        """
                        {"id": "dog", "question": "What is the name of the dog?", "answer": "Skipper."}
                        """);
        questions =
                file(
                        "questions.jsonl",
                        """
                        {"id": "1", "question": "How long does a parcel to Norway take?", "gold_doc_ids": ["delivery"], "unanswerable": false}
                        {"id": "2", "query": "What is the name of the dog?", "gold_faq_ids": ["dog"], "unanswerable": false}
                        {"id": "3", "question": "Who composed the moonlight sonata?", "gold_doc_ids": [], "unanswerable": true}
                        """);
    }

    @Test
    void printsTheFiguresAsTheLastLineAndThrowsTheOrganizationAway() throws IOException {
        var details = data.resolve("details.jsonl");
        var report = data.resolve("report.html");
        var done =
                RunningTaros.run(
                        "evaluate",
                        "--documents",
                        documents.toString(),
                        "--questions",
                        questions.toString(),
                        "--faqs=" + faqs,
                        "--details",
                        details.toString(),
                        "--report",
                        report.toString(),
                        "--json",
                        "--taros.data-dir=" + data.resolve("installation"));

        assertThat(done.exitCode()).as(done.err()).isZero();
        var figures = json.readTree(done.lastLine());
        assertThat(figures.path("documents").asInt()).isEqualTo(3);
        assertThat(figures.path("questions").asInt()).isEqualTo(3);
        assertThat(figures.path("hit1").asDouble()).isEqualTo(1);
        assertThat(figures.path("answerabilityAuroc").asDouble()).isEqualTo(1);
        assertThat(figures.path("groundedSentenceShare").asDouble()).isEqualTo(1);
        assertThat(data.resolve("installation/index")).isEmptyDirectory();
        var first = json.readTree(Files.readAllLines(details).getFirst());
        assertThat(first.path("answer").asString()).contains("four working days");
        assertThat(first.path("right").asBoolean()).isTrue();
        assertThat(first.path("features").path("coverage").asDouble()).isPositive();
        var page = Jsoup.parse(Files.readString(report));
        assertThat(page.select("header").text()).contains("docs.jsonl, faqs.jsonl");
        assertThat(page.select("#reliability-diagram-title")).hasSize(1);
        assertThat(page.select("tr:contains(Hit at 1) .number").text()).isEqualTo("1.000");
        assertThat(done.err()).as("nobody watches").doesNotContain("Asked");
    }

    @Test
    void saysInOneSentenceWhatItCannotUse() {
        var nothing = RunningTaros.run("evaluate", "--taros.data-dir=" + data.resolve("none"));
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("--documents docs.jsonl");

        var missing =
                RunningTaros.run(
                        "evaluate",
                        "--documents",
                        data.resolve("not-here.jsonl").toString(),
                        "--questions",
                        questions.toString(),
                        "--taros.data-dir=" + data.resolve("missing"));
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("not-here.jsonl cannot be read");

        var nowhere =
                RunningTaros.run(
                        "evaluate",
                        "--documents",
                        documents.toString(),
                        "--questions",
                        questions.toString(),
                        "--report=" + data.resolve("no-folder").resolve("report.html"),
                        "--taros.data-dir=" + data.resolve("nowhere"));
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.out()).doesNotContain("hit@1");
        assertThat(nowhere.err()).contains("report.html cannot be written");
    }

    private Path file(String name, String lines) throws IOException {
        return Files.writeString(data.resolve(name), lines);
    }
}
