package io.taros.widget.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.taros.platform.crypto.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the visitor channel on a port, serves the built widget, and does what a test tells it to
 * do.
 */
final class FakeInstallation implements AutoCloseable {
    static final String BOT = "pk_test";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NUMBER = 4_321;
    private static final Map<String, Object> PUZZLE =
            Map.of(
                    "algorithm",
                    "SHA-256",
                    "challenge",
                    HexFormat.of().formatHex(Secret.hash("salt" + NUMBER)),
                    "salt",
                    "salt",
                    "signature",
                    "signed",
                    "most",
                    9_000);

    final Map<String, Object> config = new LinkedHashMap<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final Map<String, FakeConversation> conversations = new ConcurrentHashMap<>();
    private final FakeFiles files = new FakeFiles();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Answer answer = Answer.RETURNS;
    private volatile Semaphore pace = new Semaphore(Integer.MAX_VALUE);
    private volatile int configStatus = 200;
    private volatile boolean isSuspended;
    private volatile boolean isHeld;
    private volatile boolean asksPuzzles;

    FakeInstallation() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config.put("name", "Fjordglas");
        config.put("language", "en");
        config.put("greeting", "Hello. What would you like to know about your glass?");
        config.put(
                "suggestedQuestions",
                List.of(
                        "How do I return a vase?",
                        "Can the tumblers go in the dishwasher?",
                        "What does delivery to Norway cost?"));
        config.put("privacyPolicyUrl", "https://fjordglas.example/privacy");
        config.put("showReliability", true);
        config.put("poweredBy", true);
        config.put("lead", leadForm(Map.of(), false));
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static Map<String, Object> leadForm(Map<String, String> consent, boolean mustConsent) {
        var fields = new ArrayList<Map<String, Object>>();
        fields.add(leadField("name", "text", "name"));
        fields.add(leadField("email", "email", "email"));
        fields.add(leadField("phone", "tel", "phone"));
        fields.add(leadField("message", "textarea", "details"));
        var form = new LinkedHashMap<String, Object>();
        form.put("fields", fields);
        form.put("mustConsent", mustConsent);
        form.put("moments", List.of("interest", "no-answer", "out-of-hours"));
        form.put("interest", "(price|cost)");
        if (!consent.isEmpty()) {
            form.put("consent", consent);
        }
        return form;
    }

    private static Map<String, Object> leadField(String name, String type, String word) {
        return Map.of("name", name, "type", type, "word", word, "max", 200, "required", false);
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void answersWith(Answer next) {
        answer = next;
    }

    void refusesConfigWith(int status) {
        configStatus = status;
    }

    /** Whoever manages the organization shuts it, or opens it again. */
    void suspend(boolean suspended) {
        isSuspended = suspended;
        if (suspended) {
            conversations.values().forEach(FakeConversation::cut);
        }
    }

    /** Whatever begins a conversation or goes on with it costs a puzzle. */
    void asksPuzzles(boolean asks) {
        asksPuzzles = asks;
    }

    /** A law keeps what is there from being deleted. */
    void hold() {
        isHeld = true;
    }

    /** From now on every event of an answer waits until it is let through. */
    void holdAnswers() {
        pace = new Semaphore(0);
    }

    void letThrough(int events) {
        pace.release(events);
    }

    FakeConversation onlyConversation() {
        if (conversations.size() != 1) {
            throw new AssertionError(
                    "Expected one conversation, there are " + conversations.size());
        }
        return conversations.values().iterator().next();
    }

    List<Request> requestsTo(String method, String ending) {
        return requests.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().endsWith(ending))
                .toList();
    }

    @Override
    public void close() {
        conversations.values().forEach(FakeConversation::cut);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            var path = exchange.getRequestURI().getPath();
            var headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set(
                    "Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID");
            headers.set("Access-Control-Allow-Methods", "GET, POST, DELETE");
            headers.set("Access-Control-Expose-Headers", "Retry-After");
            if (method.equals("OPTIONS")) {
                send(exchange, 204, "");
                return;
            }
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var after = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
            requests.add(new Request(method, path, body, after.orElse("")));
            if (path.startsWith("/widget/v1/" + BOT)) {
                channel(exchange, path.substring(("/widget/v1/" + BOT).length()), body);
            } else {
                file(exchange, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        var name =
                path.equals("/widget.js") ? "loader/loader.js" : path.replace("/widget/", "chat/");
        var file = WidgetFiles.DIRECTORY.resolve(name);
        if (path.contains("..") || !Files.isRegularFile(file)) {
            send(exchange, 404, "");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", contentType(file));
        send(exchange, 200, Files.readString(file));
    }

    private static String contentType(Path file) {
        return file.toString().endsWith(".css") ? "text/css" : "text/javascript; charset=utf-8";
    }

    private void channel(HttpExchange exchange, String path, String body)
            throws IOException, InterruptedException {
        if (isSuspended) {
            send(
                    exchange,
                    403,
                    json(
                            Map.of(
                                    "type",
                                    "https://taros.example/problems#suspended",
                                    "status",
                                    403)));
            return;
        }
        if (path.equals("/config")) {
            send(
                    exchange,
                    configStatus,
                    configStatus == 200 ? JSON.writeValueAsString(config) : "{}");
            return;
        }
        if (asksPuzzles && !isSolved(body) && path.matches("/conversations|.*/messages")) {
            send(exchange, 428, json(Map.of("puzzle", PUZZLE)));
            return;
        }
        if (path.equals("/conversations")) {
            var conversation = new FakeConversation();
            conversations.put(conversation.id, conversation);
            send(exchange, 201, json(Map.of("id", conversation.id, "token", conversation.token)));
            return;
        }
        if (path.contains("/attachments")) {
            files.answer(exchange, path.substring(path.lastIndexOf('/') + 1), body);
            return;
        }
        var parts = path.substring("/conversations/".length()).split("/", 2);
        var conversation = conversations.get(parts[0]);
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (conversation == null || !("Bearer " + conversation.token).equals(bearer)) {
            send(exchange, 404, "{}");
            return;
        }
        within(exchange, conversation, parts.length > 1 ? parts[1] : "", body);
    }

    private static boolean isSolved(String body) {
        var solution = JSON.readTree(body).path("solution").asString("");
        return JSON.readTree(Base64.getDecoder().decode(solution)).path("number").asInt() == NUMBER;
    }

    private void within(
            HttpExchange exchange, FakeConversation conversation, String what, String body)
            throws IOException, InterruptedException {
        switch (what) {
            case "events" -> {
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                var after = exchange.getRequestHeaders().getFirst("Last-Event-ID");
                conversation.stream(
                        exchange.getResponseBody(), after == null ? 0 : Integer.parseInt(after));
            }
            case "messages" -> {
                var message = JSON.readTree(body);
                var posted =
                        conversation.post(
                                text(message, "clientId"),
                                text(message, "text"),
                                files.sent(message.path("attachments")));
                if (posted.isNew()) {
                    threads.execute(() -> answer.tellTo(conversation, this::wait));
                }
                send(exchange, 202, json(Map.of("id", posted.id())));
            }
            case "handover" -> {
                if (isHeld) {
                    send(exchange, 200, json(Map.of("state", "bot")));
                    return;
                }
                conversation.tell(
                        "handover",
                        Map.of(
                                "reason",
                                "visitor",
                                "text",
                                "Karen from Fjordglas has been asked to join."));
                send(exchange, 200, json(Map.of("state", "waiting")));
            }
            case "lead" -> {
                if (body.contains("nowhere")) {
                    send(
                            exchange,
                            422,
                            json(Map.of("detail", "No such address.", "field", "email")));
                    return;
                }
                send(exchange, 201, "{}");
            }
            case "rating", "typing" -> send(exchange, 204, "");
            case "end" -> {
                conversation.tell("state", Map.of("state", "closed"));
                send(exchange, 204, "");
            }
            case "transcript" ->
                    send(exchange, 202, json(Map.of("confirmed", body.contains("known@"))));
            case "export" -> send(exchange, 200, "{\"messages\":[]}");
            case "" -> {
                if (isHeld) {
                    send(
                            exchange,
                            409,
                            json(
                                    Map.of(
                                            "detail",
                                            "It cannot be deleted yet, because the operator has to keep it.")));
                    return;
                }
                conversations.remove(conversation.id);
                conversation.cut();
                send(exchange, 204, "");
            }
            default -> send(exchange, 404, "{}");
        }
    }

    private void wait(FakeConversation conversation) {
        pace.acquireUninterruptibly();
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    static String json(Map<String, ?> value) {
        return JSON.writeValueAsString(value);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    record Request(String method, String path, String body, String lastEventId) {}

    /** What the bot says to anything, piece by piece as the real one does. */
    record Answer(
            List<String> pieces,
            List<Map<String, String>> sources,
            double score,
            String word,
            String outcome,
            List<String> choices) {
        Answer(
                List<String> pieces,
                List<Map<String, String>> sources,
                double score,
                String word,
                String outcome) {
            this(pieces, sources, score, word, outcome, List.of());
        }

        static final Answer RETURNS =
                new Answer(
                        List.of(
                                "You can return anything within **30 days**, as long as it is"
                                        + " unused [1]. ",
                                "Print the label from your order page, put it on the original box"
                                        + " and hand it in at any parcel shop.\n\n",
                                "- The label is free in Denmark, Sweden and Norway [2].\n",
                                "- You get your money back within five days of us receiving it."),
                        List.of(
                                Map.of(
                                        "title", "Returns and refunds",
                                        "url", "https://fjordglas.example/help/returns",
                                        "quote",
                                                "Unused items can be returned within 30 days of"
                                                        + " delivery. Use the label from your order"
                                                        + " page and the original box."),
                                Map.of(
                                        "title", "Delivery in the Nordics",
                                        "url", "https://fjordglas.example/help/delivery",
                                        "quote",
                                                "Return labels are free of charge in Denmark,"
                                                        + " Sweden and Norway.")),
                        0.87,
                        "solid",
                        "answered");

        static final Answer UNKNOWN =
                new Answer(
                        List.of(
                                "I could not find that on Fjordglas' pages, so I would rather not"
                                        + " guess."),
                        List.of(),
                        0.12,
                        "guess",
                        "unanswered");

        static final Answer ASKED_BACK =
                new Answer(
                        List.of("I am not sure what you mean. Did you mean one of these?"),
                        List.of(),
                        0.34,
                        "weak",
                        "unanswered",
                        List.of(
                                "Can I return a vase that was given to me and that was engraved with a"
                                        + " name?",
                                "Returns and refunds",
                                "<b>Delivery</b> in the Nordics"));

        void tellTo(
                FakeConversation conversation, java.util.function.Consumer<FakeConversation> pace) {
            var turn = UUID.randomUUID().toString();
            var message = UUID.randomUUID().toString();
            conversation.tell("status", Map.of("state", "thinking"));
            conversation.tell("status", Map.of("state", "searching"));
            for (var piece : pieces) {
                pace.accept(conversation);
                conversation.tell("delta", Map.of("turn", turn, "text", piece));
            }
            pace.accept(conversation);
            conversation.tell("sources", Map.of("turn", turn, "sources", sources));
            conversation.tell("score", Map.of("turn", turn, "score", score, "word", word));
            var said =
                    new LinkedHashMap<String, Object>(
                            Map.of(
                                    "id",
                                    message,
                                    "role",
                                    "bot",
                                    "text",
                                    String.join("", pieces),
                                    "sources",
                                    sources,
                                    "reliability",
                                    Map.of("score", score, "word", word),
                                    "outcome",
                                    outcome));
            if (!choices.isEmpty()) {
                said.put("decision", "ask_back");
                said.put("choices", choices);
            }
            conversation.tell("message", said);
            conversation.tell("done", Map.of("turn", turn, "messageId", message));
        }
    }
}
