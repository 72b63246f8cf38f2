package io.taros.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.answering.Turn;
import io.taros.evaluation.TaughtRow.Faq;
import io.taros.evaluation.TaughtRow.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationFilesTest {
    private final Path file;

    EvaluationFilesTest(@TempDir Path directory) {
        this.file = directory.resolve("rows.jsonl");
    }

    @Test
    void readsDocuments() throws IOException {
        write("{\"id\":\"d1\",\"title\":\"Delivery\",\"text\":\"Two days.\",\"lang\":\"en\"}\n\n");

        assertThat(EvaluationFiles.documents(file))
                .containsExactly(new Page("d1", null, "Delivery", "Two days."));
    }

    @Test
    void readsQuestionsAndPhrasingsOfFaqs() throws IOException {
        write(
                """
                {"id":"f1","question":"Where?","answer":"Here."}
                {"id":"f2","org":"acme","phrasings":["When?","At what time?"]}
                """);

        assertThat(EvaluationFiles.faqs(file))
                .containsExactly(
                        new Faq("f1", null, List.of("Where?"), "Here."),
                        new Faq("f2", "acme", List.of("When?", "At what time?"), null));
    }

    @Test
    void readsBothFormsOfQuestions() throws IOException {
        write(
                """
                {"id":"1","question":"And now?","history":[{"role":"user","text":"Hi"},{"role":"assistant","text":"Hello"}],"gold_doc_ids":["d1"],"unanswerable":false,"kind":"faq","lang":"da"}
                {"id":"2","query":"Where?","gold_faq_ids":[],"unanswerable":true}
                """);

        var rows = EvaluationFiles.questions(file);

        assertThat(rows.getFirst().history())
                .containsExactly(
                        new Turn(Turn.Speaker.VISITOR, "Hi"), new Turn(Turn.Speaker.BOT, "Hello"));
        assertThat(rows.getFirst().isRanked()).isTrue();
        assertThat(rows.getLast().text()).isEqualTo("Where?");
        assertThat(rows.getLast().isRanked()).isFalse();
    }

    @Test
    void namesTheLineThatCannotBeUsed() throws IOException {
        write("{\"id\":\"d1\",\"text\":\"fine\"}\n{\"id\":\"d2\"}\n");

        assertThatThrownBy(() -> EvaluationFiles.documents(file))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining("it has no \"text\"");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> EvaluationFiles.documents(file))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(file.toString());
    }

    private void write(String lines) throws IOException {
        Files.writeString(file, lines);
    }
}
