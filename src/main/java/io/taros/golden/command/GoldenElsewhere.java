package io.taros.golden.command;

import io.taros.platform.command.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code golden} for an installation that runs elsewhere, over its REST interface: it
 * touches no data directory and starts nothing. A redirect is not followed, for it would take the
 * key along.
 */
public final class GoldenElsewhere {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A run goes on while its server restarts. */
    private static final int TRIES = 30;

    private static final int TOO_MANY = 429;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI api;
    private final String key;

    private GoldenElsewhere(URI api, String key) {
        this.api = api;
        this.key = key;
    }

    /** It may work a moment later. */
    private static final class NotNow extends RuntimeException {
        NotNow(String sentence) {
            super(sentence);
        }
    }

    public static boolean isMeant(Optional<String> command, Options options) {
        return command.filter(GoldenCommand.NAME::equals).isPresent() && options.has("url");
    }

    /**
     * @return 0 all passed, 1 some failed, 2 could not be run
     */
    public static int run(Options options, Map<String, String> environment) {
        try {
            var bot = GoldenCommand.bot(options);
            if (options.has("questions")) {
                throw new NotAsAsked(
                        "With --url the questions on the bot's list are asked; import the file there instead of naming --questions.");
            }
            var key =
                    options.find("key")
                            .or(() -> Optional.ofNullable(environment.get("TAROS_KEY")))
                            .filter(given -> given.matches("[\\w-]+"))
                            .orElseThrow(() ->
                                    new NotAsAsked(
                                            "Give an API key with answers:write and golden:read: TAROS_KEY=… or --key …."));
            return new GoldenElsewhere(api(options), key).run(bot, options.has("json"));
        } catch (NotAsAsked | NotNow refused) {
            return GoldenCommand.notAsAsked(String.valueOf(refused.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return GoldenCommand.notAsAsked("Stopped before the run was over.");
        }
    }

    private static URI api(Options options) {
        var wrong = new NotAsAsked("Give the address of the installation: --url https://….");
        try {
            var url =
                    URI.create(
                            options.find("url").orElseThrow(() -> wrong).replaceAll("/+$", "")
                                    + "/api/v1/");
            if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
                throw wrong;
            }
            return url;
        } catch (IllegalArgumentException notAnAddress) {
            throw wrong;
        }
    }

    private int run(UUID bot, boolean asJson) throws InterruptedException {
        var started =
                send(
                        request("bots/" + bot + "/golden-runs")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")));
        var run = finished("golden-runs/" + started.path("id").asString(""));
        var verdict = JSON.treeToValue(run, Verdict.class);
        if (asJson) {
            System.out.println(JSON.writeValueAsString(run));
        } else {
            verdict.print();
        }
        return verdict.exitCode();
    }

    private JsonNode finished(String path) throws InterruptedException {
        var failures = 0;
        while (true) {
            try {
                var run = send(request(path).GET());
                if (run.path("status").asString("").equals("finished")) {
                    return run;
                }
                failures = 0;
            } catch (NotNow notNow) {
                if (++failures == TRIES) {
                    throw notNow;
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json")
                .header("Accept-Language", "en");
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return JSON.readTree(answer.body());
            }
            throw refusal(answer.statusCode(), answer.body());
        } catch (IOException | JacksonException failed) {
            throw new NotNow(
                    "%s could not be reached or is no Taros: %s."
                            .formatted(api.getHost(), failed.getClass().getSimpleName()));
        }
    }

    private RuntimeException refusal(int status, String problem) {
        var sentence = "%s answered %d: %s".formatted(api.getHost(), status, sentence(problem));
        return status >= 500 || status == TOO_MANY
                ? new NotNow(sentence)
                : new NotAsAsked(sentence);
    }

    private static String sentence(String problem) {
        try {
            return JSON.readTree(problem).path("detail").asString("no reason given.");
        } catch (JacksonException notOurs) {
            return "no reason given.";
        }
    }
}
