package io.taros.platform.browser;

import io.taros.platform.fetch.Fetched;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page in a browser. Each of its requests waits until it is answered here: with the page that
 * was fetched already, with what the supply gives, or not at all. Time stands still for its scripts
 * while they wait, and passes quickly while they do not.
 */
final class Rendering {
    private static final int MAX_REQUESTS = 60;
    private static final long MAX_BYTES = 15L << 20;

    /** Of the page's own time, in milliseconds. */
    private static final int SETTLES_WITHIN = 5_000;

    private static final Duration LAST_WORD = Duration.ofSeconds(10);
    private static final byte[] NOTHING = new byte[0];

    private final DevTools tools;
    private final Fetched.Page page;
    private final Supply supply;
    private final long end;
    private String frame = "";
    private boolean isOpen;
    private boolean isMissingSomething;
    private int requests;
    private long bytes;

    Rendering(DevTools tools, Fetched.Page page, Supply supply, Duration patience) {
        this.tools = tools;
        this.page = page;
        this.supply = supply;
        end = System.nanoTime() + patience.toNanos();
    }

    private record Header(String name, String value) {}

    /** What it stores stays in memory, and no worker of the site comes between it and us. */
    void open() throws IOException, InterruptedException {
        String context =
                tools.call("Target.createBrowserContext", Map.of(), end)
                        .path("browserContextId")
                        .asString("");
        tools.call(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "deny", "browserContextId", context),
                end);
        frame =
                tools.call(
                                "Target.createTarget",
                                Map.of("url", "about:blank", "browserContextId", context),
                                end)
                        .path("targetId")
                        .asString("");
        tools.enter(
                tools.call("Target.attachToTarget", Map.of("targetId", frame, "flatten", true), end)
                        .path("sessionId")
                        .asString(""));
        tools.call("Page.enable", Map.of(), end);
        tools.call("Network.enable", Map.of(), end);
        tools.call("Network.setBypassServiceWorker", Map.of("bypass", true), end);
        tools.call("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*"))), end);
    }

    Shown show() throws IOException, InterruptedException {
        tools.send("Page.navigate", Map.of("url", page.url().toString()));
        return isSettled() && isOpen && !isMissingSomething
                ? new Shown.Whole(document(System.nanoTime() + LAST_WORD.toNanos()))
                : new Shown.Part();
    }

    private boolean isSettled() throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            Optional<JsonNode> message = tools.next(end);
            if (message.isEmpty()) {
                return false;
            }
            if (isSettled(message.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSettled(JsonNode message) throws IOException, InterruptedException {
        switch (message.path("method").asString("")) {
            case "Fetch.requestPaused" -> answer(message.path("params"));
            case "Page.javascriptDialogOpening" ->
                    tools.send("Page.handleJavaScriptDialog", Map.of("accept", false));
            case "Inspector.targetCrashed" -> throw new IOException("The page crashed");
            case "Emulation.virtualTimeBudgetExpired" -> {
                return true;
            }
            default -> {}
        }
        return false;
    }

    private void answer(JsonNode asked) throws IOException, InterruptedException {
        String method = asked.path("request").path("method").asString("");
        if (method.equals("OPTIONS")) {
            fulfill(asked, 204, null, NOTHING);
            return;
        }
        if (!method.equals("GET")) {
            refuse(asked);
            return;
        }
        switch (asked.path("resourceType").asString("")) {
            case "Document" -> document(asked);
            // Scripts wait for styles, and nothing is seen here.
            case "Stylesheet" -> fulfill(asked, 200, "text/css", NOTHING);
            case "Script", "XHR", "Fetch" -> supply(asked);
            default -> refuse(asked);
        }
    }

    /** The page once; it is not left for another one, and shows none within itself. */
    private void document(JsonNode asked) throws IOException {
        if (!asked.path("frameId").asString("").equals(frame)) {
            refuse(asked);
            return;
        }
        if (isOpen) {
            fulfill(asked, 204, null, NOTHING);
            return;
        }
        isOpen = true;
        tools.send(
                "Emulation.setVirtualTimePolicy",
                Map.of("policy", "pauseIfNetworkFetchesPending", "budget", SETTLES_WITHIN));
        fulfill(asked, 200, typeOf(page), page.body());
    }

    /** Told apart as a page whatever its server calls it. */
    private static String typeOf(Fetched.Page page) {
        String type = page.head().contentType();
        return type != null && type.contains("html") ? type : "text/html";
    }

    private void supply(JsonNode asked) throws IOException, InterruptedException {
        if (++requests > MAX_REQUESTS || bytes > MAX_BYTES) {
            isMissingSomething = true;
            refuse(asked);
            return;
        }
        switch (supply.get(asked.path("request").path("url").asString(""))) {
            case Supply.Supplied.Given(Fetched.Page found) -> {
                bytes += found.body().length;
                fulfill(asked, 200, found.head().contentType(), found.body());
            }
            case Supply.Supplied.Withheld _ -> refuse(asked);
            case Supply.Supplied.Missing _ -> {
                isMissingSomething = true;
                refuse(asked);
            }
        }
    }

    private void refuse(JsonNode asked) throws IOException {
        tools.send(
                "Fetch.failRequest",
                Map.of("requestId", id(asked), "errorReason", "BlockedByClient"));
    }

    private void fulfill(JsonNode asked, int status, @Nullable String type, byte[] body)
            throws IOException {
        var headers = new ArrayList<>(sharing(asked));
        headers.add(new Header("Content-Type", type == null ? "application/octet-stream" : type));
        tools.send(
                "Fetch.fulfillRequest",
                Map.of(
                        "requestId",
                        id(asked),
                        "responseCode",
                        status,
                        "responseHeaders",
                        headers,
                        "body",
                        Base64.getEncoder().encodeToString(body)));
    }

    /**
     * Whoever it is that asks: nothing was sent that tells anybody apart, so there is nothing in
     * the answer that not everybody may see.
     */
    private static List<Header> sharing(JsonNode asked) {
        JsonNode request = asked.path("request").path("headers");
        return List.of(
                new Header("Access-Control-Allow-Origin", request.path("Origin").asString("*")),
                new Header("Access-Control-Allow-Credentials", "true"),
                new Header(
                        "Access-Control-Allow-Headers",
                        request.path("Access-Control-Request-Headers").asString("*")));
    }

    private static String id(JsonNode asked) {
        return asked.path("requestId").asString("");
    }

    private String document(long end) throws IOException, InterruptedException {
        JsonNode root = tools.call("DOM.getDocument", Map.of("depth", 0), end).path("root");
        return tools.call("DOM.getOuterHTML", Map.of("nodeId", root.path("nodeId").asInt(0)), end)
                .path("outerHTML")
                .asString("");
    }
}
