package io.taros.widget.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** One conversation as the server keeps it: a numbered list of events, told to whoever listens. */
final class FakeConversation {
    private static final JsonMapper JSON = new JsonMapper();

    final String id = UUID.randomUUID().toString();
    final String token = UUID.randomUUID().toString();
    private final List<String> events = new ArrayList<>();
    private final Map<String, String> messages = new LinkedHashMap<>();
    private int line;

    synchronized void tell(String type, Map<String, ?> data) {
        var number = events.size() + 1;
        events.add(
                "id: %d\nevent: %s\ndata: %s\n\n"
                        .formatted(number, type, JSON.writeValueAsString(data)));
        notifyAll();
    }

    /** The id of the message, and whether it is new: the same clientId is the same message. */
    synchronized Posted post(String clientId, String text, List<?> attachments) {
        var known = messages.get(clientId);
        if (known != null) {
            return new Posted(known, false);
        }
        var message = UUID.randomUUID().toString();
        messages.put(clientId, message);
        var said = new LinkedHashMap<String, Object>();
        said.put("id", message);
        said.put("role", "visitor");
        said.put("text", text);
        said.put("clientId", clientId);
        if (!attachments.isEmpty()) {
            said.put("attachments", attachments);
        }
        tell("message", said);
        return new Posted(message, true);
    }

    synchronized int messageCount() {
        return messages.size();
    }

    /** Ends every open stream, as a restarted server or a cut cable would. */
    synchronized void cut() {
        line++;
        notifyAll();
    }

    void stream(OutputStream out, int after) throws IOException, InterruptedException {
        out.write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        var mine = currentLine();
        for (var at = after; ; at++) {
            var event = await(at, mine);
            if (event == null) {
                return;
            }
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private synchronized int currentLine() {
        return line;
    }

    private synchronized String await(int index, int mine) throws InterruptedException {
        while (events.size() <= index && line == mine) {
            wait();
        }
        return line == mine ? events.get(index) : null;
    }

    record Posted(String id, boolean isNew) {}
}
