package io.taros.answering.web;

import io.taros.answering.AnswerSink;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * An answer on its way to the playground as server-sent events, written by the request's own
 * (virtual) thread. Whoever leaves early is not told; the answer ends by itself.
 */
final class PlaygroundStream implements AnswerSink {
    private final PrintWriter out;

    private PlaygroundStream(PrintWriter out) {
        this.out = out;
    }

    static PlaygroundStream open(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return new PlaygroundStream(response.getWriter());
    }

    @Override
    public void status(Status status) {
        send("status", status.name());
    }

    @Override
    public void delta(String text) {
        send("delta", text);
    }

    void send(String event, String data) {
        out.write("event: " + event + "\n");
        for (var line : data.split("\r?\n|\r", -1)) {
            out.write("data: " + line + "\n");
        }
        out.write("\n");
        out.flush();
    }
}
