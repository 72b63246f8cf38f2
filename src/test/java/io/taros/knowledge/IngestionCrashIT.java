package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.fetch.TestSite;
import io.taros.testing.RestCaller;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The packaged server, killed again and again at points nobody chose while it reads a site of a
 * thousand pages: alone, and at last with its database in the midst of writing.
 */
class IngestionCrashIT {
    private static final int PAGES = 1_000;
    private static final int KILLS = 3;
    private static final int SECTIONS = 90;
    private static final int TEXTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    /** A key may ask 600 times a minute. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();
    private final TestSite site = new TestSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void losesNothingAndLearnsNothingTwice() throws IOException {
        for (var page = 0; page < PAGES; page++) {
            site.html("/" + page, html(page));
        }
        var seed = System.nanoTime();
        System.out.println("killed at the points of seed " + seed);
        var chance = new Random(seed);
        var key = RunningTaros.setUp(data);
        List<String> sources;
        Visitor visitor;
        try (var first = start()) {
            var api = new RestCaller(first.url(), key);
            var bot = api.bot("Robin");
            sources = teach(api, bot);
            visitor =
                    Visitor.start(URI.create(first.url()), api.get("/bots/" + bot).at("publicKey"));
            awaitPages(pointOf(1, chance));

            first.kill();
        }
        for (var kill = 2; kill < KILLS; kill++) {
            try (var next = start()) {
                awaitPages(pointOf(kill, chance));

                next.kill();
            }
        }
        String asked;
        try (var last = start()) {
            awaitPages(pointOf(KILLS, chance));
            asked = visitor.at(URI.create(last.url())).say("Hello", "c-1");

            last.killWithItsDatabase();
        }
        giveItsNumberToAnotherProcess();
        try (var third = start()) {
            var api = new RestCaller(third.url(), key);
            eventually(
                    PATIENCE,
                    PAUSE,
                    () ->
                            assertThat(sources)
                                    .allSatisfy(source ->
                                            assertThat(status(api, source)).isEqualTo("ready")));
            assertThatEverythingIsThereOnce(api, sources);
            assertThatEverythingIsFound(api);
            assertThatTheMessageIsAnsweredOnce(visitor.at(URI.create(third.url())), asked);
        }
    }

    /** Somewhere in its part of the site, and never so late that all is read. */
    private static int pointOf(int kill, Random chance) {
        return (int) ((kill - 1 + chance.nextDouble()) * PAGES * 0.9 / KILLS);
    }

    private void awaitPages(int pages) {
        eventually(
                PATIENCE,
                () -> assertThat(Set.copyOf(site.asked())).hasSizeGreaterThanOrEqualTo(pages));
    }

    /** As it happens where a container starts again and counts from one. */
    private void giveItsNumberToAnotherProcess() throws IOException {
        var file = data.resolve("postgres/cluster/postmaster.pid");
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(file, lines);
    }

    /** A website, a file, and more texts than jobs that run at once. */
    private List<String> teach(RestCaller api, String bot) {
        var path = "/bots/" + bot + "/sources";
        var sources = new ArrayList<String>();
        sources.add(api.accepted(api.post(path, Map.of("type", "website", "url", site.url("/0")))));
        var file =
                IntStream.range(0, SECTIONS)
                        .mapToObj(IngestionCrashIT::section)
                        .collect(Collectors.joining("\n\n"));
        sources.add(
                api.accepted(
                        api.upload(bot, "handbook.md", file.getBytes(StandardCharsets.UTF_8))));
        for (var number = 0; number < TEXTS; number++) {
            var text = "Rule %s says that %s comes first.".formatted(word(number), word(number));
            sources.add(
                    api.accepted(
                            api.post(
                                    path,
                                    Map.of(
                                            "type",
                                            "text",
                                            "title",
                                            "Rule " + number,
                                            "text",
                                            text))));
        }
        return sources;
    }

    private void assertThatEverythingIsThereOnce(RestCaller api, List<String> sources) {
        var pages = documents(api, sources.get(0));
        assertThat(pages)
                .extracting(page -> page.path("url").asString())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, PAGES).mapToObj(page -> site.url("/" + page)).toList());
        assertThat(pages).allMatch(page -> page.path("passages").asInt() == 1);
        assertThat(api.get("/sources/" + sources.get(0)).json().path("pagesFailed").asInt(-1))
                .isZero();

        var handbook = documents(api, sources.get(1));
        assertThat(handbook).hasSize(1);
        var text = handbook.getFirst().path("text").asString();
        for (var number = 0; number < SECTIONS; number++) {
            assertThat(text).containsOnlyOnce("The " + word(5_000 + number) + " machine");
        }
        for (var number = 0; number < TEXTS; number++) {
            assertThat(documents(api, sources.get(2 + number))).hasSize(1);
        }
    }

    /** What is not in the index is not found, however well it lies in the database. */
    private void assertThatEverythingIsFound(RestCaller api) {
        var bot = api.get("/bots").json().path("data").path(0).path("id").asString();
        for (var page = 0; page < PAGES; page += 37) {
            assertThatItCites(api, bot, "What does page %s say?".formatted(word(page)), word(page));
        }
        for (var number = SECTIONS - 1; number > 0; number -= 29) {
            var name = word(5_000 + number);
            assertThatItCites(api, bot, "How is the %s machine cleaned?".formatted(name), name);
        }
    }

    private static void assertThatItCites(
            RestCaller api, String bot, String question, String word) {
        var answer = api.post("/bots/" + bot + "/answers", Map.of("question", question));
        assertThat(answer.json().path("citations").path(0).path("quote").asString(""))
                .as(question + " " + answer.text())
                .contains(word);
    }

    private static void assertThatTheMessageIsAnsweredOnce(Visitor visitor, String message) {
        visitor.replyTo(message);
        var said = new ArrayList<Visitor.Event>();
        try (var line = visitor.listenAfter("0")) {
            said.addAll(line.until(event -> event.name().equals("done")));
        }
        assertThat(said.stream().filter(Visitor.Event::isReply)).hasSize(1);
    }

    private static List<JsonNode> documents(RestCaller api, String source) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = api.get("/sources/" + source + "/documents?limit=50" + cursor).json();
            StreamSupport.stream(page.path("data").spliterator(), false).forEach(all::add);
            cursor = "&cursor=" + page.path("pagination").path("cursor").asString("");
            if (!page.path("pagination").path("hasMore").asBoolean(false)) {
                return all;
            }
        } while (true);
    }

    private static String status(RestCaller api, String source) {
        return api.get("/sources/" + source).at("status");
    }

    private static String html(int page) {
        return """
        <title>Page %1$s</title><main><p>Page %1$s says that %1$s is the colour of the day for all who read it.</p></main>\
        <a href="/%2$d">next</a><a href="/%3$d">on</a>\
        """
                .formatted(
                        word(page),
                        Math.min(2 * page + 1, PAGES - 1),
                        Math.min(2 * page + 2, PAGES - 1));
    }

    private static String section(int number) {
        return "# Machine %1$s\n\nThe %1$s machine is cleaned with %1$s water once a week, before the shop opens."
                .formatted(word(5_000 + number));
    }

    /** A word of its own for every number, so that nothing else answers to it. */
    private static String word(int number) {
        var syllables = List.of("ba", "ko", "ri", "mu", "ve", "lo", "ta", "ni", "su", "gra");
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> syllables.get(digit - '0'))
                .collect(Collectors.joining("", "zo", "x"));
    }

    private RunningTaros start() {
        return RunningTaros.start(data, "--taros.jobs.heartbeat=500ms");
    }
}
