package io.taros.improve.web;

import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;

/** What visitors ask most often without getting an answer, to be put into another page. */
public record TopQuestionsView(UUID bot, List<Row> rows) implements View {
    public TopQuestionsView {
        rows = List.copyOf(rows);
    }

    public record Row(String text, int conversations) {}

    @Override
    public String template() {
        return "improve/top";
    }
}
