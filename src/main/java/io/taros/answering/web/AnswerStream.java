package io.taros.answering.web;

import io.taros.answering.Answer;
import io.taros.answering.AnswerSink;
import io.taros.answering.Citation;
import io.taros.answering.Reliability;
import io.taros.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer as server-sent events on the request's own thread, which is where the
 * organization is bound. A caller who leaves is noticed by nobody: the answer is short, and what is
 * written goes nowhere.
 */
final class AnswerStream implements AnswerSink {
    private final PrintWriter out;
    private final JsonMapper json;
    private final Texts texts;

    private record Progress(String status) {}

    private record Delta(String text) {}

    private record Sources(List<AnswerView.Cited> citations) {}

    private AnswerStream(PrintWriter out, JsonMapper json, Texts texts) {
        this.out = out;
        this.json = json;
        this.texts = texts;
    }

    static AnswerStream open(HttpServletResponse response, JsonMapper json, Texts texts)
            throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        // Reverse proxies that collect responses would hold the words back.
        response.setHeader("X-Accel-Buffering", "no");
        return new AnswerStream(response.getWriter(), json, texts);
    }

    @Override
    public void status(Status status) {
        send("status", new Progress(status.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void delta(String text) {
        send("delta", new Delta(text));
    }

    @Override
    public void sources(List<Citation> citations) {
        send("sources", new Sources(citations.stream().map(AnswerView.Cited::of).toList()));
    }

    @Override
    public void score(Reliability reliability) {
        send("score", AnswerView.Trust.of(reliability, texts));
    }

    void done(Answer answer) {
        send("done", AnswerView.of(answer, texts));
    }

    private void send(String event, Object data) {
        out.write("event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
        out.flush();
    }
}
