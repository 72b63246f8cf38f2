package io.taros.evaluation;

import io.taros.answering.Turn;
import io.taros.evaluation.TaughtRow.Faq;
import io.taros.evaluation.TaughtRow.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON lines of the three files. A field it does not know is no fault. */
final class EvaluationFiles {
    private static final JsonMapper JSON = JsonMapper.shared();

    private EvaluationFiles() {}

    static List<TaughtRow> documents(Path file) {
        return read(
                file,
                row ->
                        new Page(
                                required(row, "id"),
                                text(row, "org"),
                                orEmpty(text(row, "title")),
                                required(row, "text")));
    }

    static List<TaughtRow> faqs(Path file) {
        return read(
                file,
                row -> {
                    var phrasings = new LinkedHashSet<String>();
                    var question = text(row, "question");
                    if (question != null) {
                        phrasings.add(question);
                    }
                    phrasings.addAll(texts(row, "phrasings"));
                    if (phrasings.isEmpty()) {
                        throw new IllegalArgumentException("needs a question or phrasings");
                    }
                    return new Faq(
                            required(row, "id"),
                            text(row, "org"),
                            List.copyOf(phrasings),
                            text(row, "answer"));
                });
    }

    static List<QuestionRow> questions(Path file) {
        return read(file, EvaluationFiles::question);
    }

    private static QuestionRow question(JsonNode row) {
        var gold = new LinkedHashSet<>(texts(row, "gold_doc_ids"));
        gold.addAll(texts(row, "gold_faq_ids"));
        var question = text(row, "question");
        return new QuestionRow(
                required(row, "id"),
                text(row, "org"),
                text(row, "kind"),
                text(row, "lang"),
                question == null ? required(row, "query") : question,
                history(row.path("history")),
                gold,
                row.path("unanswerable").asBoolean(false));
    }

    private static List<Turn> history(JsonNode rows) {
        var turns = new ArrayList<Turn>();
        for (var row : rows) {
            var text = text(row, "text");
            if (text != null) {
                var visitor = "user".equals(text(row, "role"));
                turns.add(new Turn(visitor ? Turn.Speaker.VISITOR : Turn.Speaker.BOT, text));
            }
        }
        return turns;
    }

    private static <T> List<T> read(Path file, Function<JsonNode, ? extends T> parse) {
        var rows = new ArrayList<T>();
        var number = 0;
        try (var lines = Files.lines(file)) {
            for (var line : (Iterable<String>) lines::iterator) {
                number++;
                if (!line.isBlank()) {
                    rows.add(parse.apply(JSON.readTree(line)));
                }
            }
        } catch (IOException e) {
            throw new BadFile("The file %s cannot be read.".formatted(file));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new BadFile(
                    "Line %d of %s cannot be used: %s."
                            .formatted(number, file, firstLine(e.getMessage())));
        }
        return rows;
    }

    private static String firstLine(@Nullable String message) {
        return orEmpty(message).lines().findFirst().orElse("no reason given");
    }

    private static String required(JsonNode row, String field) {
        var text = text(row, field);
        if (text == null) {
            throw new IllegalArgumentException("it has no \"" + field + "\"");
        }
        return text;
    }

    private static @Nullable String text(JsonNode row, String field) {
        var value = row.path(field);
        return value.isString() || value.isNumber() ? value.asString() : null;
    }

    private static List<String> texts(JsonNode row, String field) {
        var texts = new ArrayList<String>();
        row.path(field).forEach(value -> texts.add(value.asString()));
        return texts;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
