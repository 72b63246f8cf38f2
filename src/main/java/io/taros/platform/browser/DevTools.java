package io.taros.platform.browser;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium's protocol for tools, over pipes: JSON, each message ended by a zero. */
final class DevTools implements AutoCloseable {
    private static final int MAX_MESSAGE = 12 << 20;

    /** Few, as a page decides how large they are. */
    private static final int WAITING = 4;

    private final JsonMapper json = new JsonMapper();
    private final OutputStream out;
    private final BlockingQueue<Optional<JsonNode>> messages = new ArrayBlockingQueue<>(WAITING);
    private final Thread reader;
    private @Nullable String session;
    private int last;

    DevTools(OutputStream out, InputStream in) {
        this.out = out;
        reader = Thread.ofVirtual().name("browser-messages").start(() -> read(in));
    }

    /** Speaks from now on of this page. */
    void enter(String page) {
        session = page;
    }

    int send(String method, Map<String, ?> parameters) throws IOException {
        var message = new LinkedHashMap<String, Object>();
        message.put("id", ++last);
        message.put("method", method);
        message.put("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        out.write(json.writeValueAsBytes(message));
        out.write(0);
        out.flush();
        return last;
    }

    /** Waits for what is answered; what happens meanwhile is of no interest. */
    JsonNode call(String method, Map<String, ?> parameters, long end)
            throws IOException, InterruptedException {
        int id = send(method, parameters);
        while (true) {
            JsonNode message =
                    next(end).orElseThrow(() -> new IOException("No answer to " + method));
            if (message.path("id").asInt(0) == id) {
                if (message.has("error")) {
                    throw new IOException("Refused: " + method);
                }
                return message.path("result");
            }
        }
    }

    /**
     * @return empty when its time has come
     * @throws EOFException when there will be none any more
     */
    Optional<JsonNode> next(long end) throws IOException, InterruptedException {
        var message = messages.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (message == null) {
            return Optional.empty();
        }
        return Optional.of(message.orElseThrow(EOFException::new));
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void read(InputStream raw) {
        try {
            readAll(raw);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(InputStream raw) throws InterruptedException {
        try (var in = new BufferedInputStream(raw, 1 << 16)) {
            var message = new ByteArrayOutputStream();
            for (int next = in.read();
                    next >= 0 && message.size() < MAX_MESSAGE;
                    next = in.read()) {
                if (next != 0) {
                    message.write(next);
                    continue;
                }
                messages.put(Optional.of(json.readTree(message.toByteArray())));
                message.reset();
            }
        } catch (IOException | JacksonException ended) {
            // There is nobody to tell but whoever waits.
        }
        messages.put(Optional.empty());
    }
}
