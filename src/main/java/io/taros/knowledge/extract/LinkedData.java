package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page says of itself to machines, as far as it may be missing from what people see. */
final class LinkedData {
    private static final int MAX_QUESTIONS = 500;
    private static final int MAX_DEPTH = 30;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

    private record Question(String name, String answer) {}

    private final List<Question> questions = new ArrayList<>();
    private String article = "";

    private LinkedData() {}

    static LinkedData of(Document document) {
        var data = new LinkedData();
        for (Element script : document.select("script[type~=(?i)^\\s*application/ld\\+json]")) {
            try {
                data.read(JSON.readTree(script.data()), 0);
            } catch (JacksonException _) {
                // Written by hand or by a broken template; people do not see it either.
            }
        }
        return data;
    }

    private void read(JsonNode node, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node.isObject()) {
            readObject(node);
        }
        node.forEach(child -> read(child, depth + 1));
    }

    private void readObject(JsonNode object) {
        String body = text(object.path("articleBody"));
        if (body.length() > article.length()) {
            article = body;
        }
        String name = text(object.path("name"));
        String answer = text(first(object.path("acceptedAnswer")).path("text"));
        if (!name.isEmpty() && !answer.isEmpty() && questions.size() < MAX_QUESTIONS) {
            questions.add(new Question(name, answer));
        }
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() ? node.path(0) : node;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : "";
    }

    /**
     * The text with what is missing from it. Most pages show what they mark up; the rest builds it
     * by script, or keeps it out of sight.
     */
    String completes(String text) {
        String whole = written(article);
        String base = whole.length() > text.length() * 2 ? whole : text;
        String said = HtmlReader.plain(base);
        var missing = new Element("div");
        for (Question question : questions) {
            Element answer = Jsoup.parseBodyFragment(question.answer()).body();
            if (!says(said, written(question.name())) || !says(said, answer.text())) {
                Element details = missing.appendElement("details");
                details.appendElement("summary").html(question.name());
                details.appendElement("div").appendChildren(answer.childNodes());
            }
        }
        String added = BlockWriter.write(missing);
        return base + (base.isEmpty() || added.isEmpty() ? "" : "\n\n") + added;
    }

    private static String written(String html) {
        return BlockWriter.write(Jsoup.parseBodyFragment(html).body());
    }

    /** By its beginning, as pages mark up shortened answers as often as whole ones. */
    private static boolean says(String said, String text) {
        String plain = HtmlReader.plain(text);
        return said.contains(plain.substring(0, Math.min(60, plain.length())));
    }
}
