package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.platform.fetch.TestSite;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.testing.TarosTest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading that somebody stops keeps what was read, and says how fast it was going. */
@TarosTest
class StoppedCrawlTest {
    private static final int PAGES = 40;

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final Sources sources;
    private final CrawlingSources crawling;
    private final Failures failures;
    private final Sentence sentence;
    private final Bots bots;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private TestSite site;
    private Bot.Id robin;

    StoppedCrawlTest(
            Sources sources,
            CrawlingSources crawling,
            Failures failures,
            Sentence sentence,
            Bots bots,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.sources = sources;
        this.crawling = crawling;
        this.failures = failures;
        this.sentence = sentence;
        this.bots = bots;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void open() {
        site = new TestSite();
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
    }

    @AfterEach
    void close() {
        goOn.countDown();
        site.close();
    }

    @Test
    void keepsAndPreparesWhatWasReadAndLeavesTheRest() throws Exception {
        waitAt(10);
        Source.Id id = add();
        reached.await();

        stop(id);
        goOn.countDown();

        Source stopped = ended(id);
        assertThat(stopped.status()).isEqualTo(Source.Status.READY);
        assertThat(stopped.wasStopped()).isTrue();
        // Two readers may come to the tenth page before they are through with the row above it.
        assertThat(stopped.progress().read()).isBetween(6, 12);
        assertThat(stopped.progress().passages()).isPositive();
        assertThat(stopped.progress().prepared()).isEqualTo(stopped.progress().passages());
        assertThat(stopped.progress().indexed()).isEqualTo(stopped.progress().read());
    }

    @Test
    void readsTheRestAndNothingTwiceWhenAskedTo() throws Exception {
        waitAt(10);
        Source.Id id = add();
        reached.await();
        stop(id);
        goOn.countDown();
        ended(id);

        Tenancy.callAs(acme, () -> sources.retry(id));

        eventually(() -> assertThat(source(id).progress().read()).isEqualTo(PAGES));
        assertThat(ended(id).wasStopped()).isFalse();
        List<String> asked =
                site.asked().stream().filter(path -> !path.equals("/robots.txt")).toList();
        assertThat(new HashSet<>(asked)).hasSameSizeAs(asked).hasSize(PAGES);
    }

    @Test
    void failsInOneSentenceWhenNothingHadBeenRead() throws Exception {
        waitAt(0);
        site.on(
                "/0",
                exchange -> {
                    reached.countDown();
                    await(goOn);
                    TestSite.send(exchange, 404, "text/html", "<p>Not here");
                });
        Source.Id id = add();
        reached.await();
        Tenancy.runAs(acme, () -> transactions.executeWithoutResult(status -> addUnread(id)));

        stop(id);
        goOn.countDown();

        Source stopped = ended(id);
        assertThat(stopped.status()).isEqualTo(Source.Status.FAILED);
        assertThat(sentence.of(stopped.problem(), Locale.ENGLISH))
                .startsWith("It was stopped before any page had been read.");
    }

    @Test
    void askedNothingMoreOfTheSiteAfterARestart() throws Exception {
        waitAt(10);
        Source.Id id = add();
        reached.await();
        stop(id);
        goOn.countDown();
        ended(id);
        int before = site.asked().size();
        Tenancy.runAs(
                acme,
                () ->
                        transactions.executeWithoutResult(status -> {
                            sql("update source set status = 'READING' where id = :id", id);
                            sql("update document set indexed_at = null where source_id = :id", id);
                        }));

        Tenancy.callAs(
                acme,
                () -> {
                    crawling.handle(new CrawlSource(acme, id, 1));
                    return id;
                });

        assertThat(source(id).status()).isEqualTo(Source.Status.READY);
        assertThat(source(id).progress().prepared()).isEqualTo(source(id).progress().passages());
        assertThat(site.asked()).hasSize(before);
    }

    @Test
    void doesNothingToASourceThatIsDone() {
        Source.Id id =
                Tenancy.callAs(
                                acme,
                                () ->
                                        sources.add(
                                                new NewSource.Text(
                                                        robin, "Hours", "We open at nine.")))
                        .id();
        ended(id);

        stop(id);

        assertThat(source(id).status()).isEqualTo(Source.Status.READY);
    }

    @Test
    void tellsItsPaceFromWhenItsPagesWereRead() {
        goOn.countDown();
        waitAt(10);
        Source.Id id = add();
        ended(id);
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        Tenancy.runAs(
                acme,
                () ->
                        transactions.executeWithoutResult(status ->
                                jdbc.sql(
                                                """
                                                update document set fetched_at = :half, indexed_at = :half, embedded_at = :half
                                                where source_id = :id
                                                """)
                                        .param("half", now.minusSeconds(30))
                                        .param("id", id)
                                        .update()));
        Source busy = as(source(id), Source.Status.FETCHING);

        Pace pace =
                Tenancy.callAs(
                        acme,
                        () ->
                                transactions.execute(status ->
                                        new Paces(jdbc, InstantSource.fixed(now)).of(busy)));

        assertThat(pace.pagesPerMinute()).isEqualTo(2.0 * PAGES);
        assertThat(pace.passagesPerMinute()).isEqualTo(2.0 * busy.progress().passages());
    }

    @Test
    void gathersFailuresByReason() {
        goOn.countDown();
        for (int i = 1; i < 8; i++) {
            site.status("/gone/" + i, 404);
        }
        site.html("/0", "<title>Start</title><p>Everything about our lamps is here.</p>" + links());
        Source.Id id = add();
        ended(id);

        List<Failure> found = Tenancy.callAs(acme, () -> failures.of(id, Locale.ENGLISH));

        assertThat(found)
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.reason()).startsWith("There is no page at this address");
                    assertThat(failure.pages()).isEqualTo(7);
                    assertThat(failure.addresses()).hasSize(7).contains(site.url("/gone/1"));
                    assertThat(failure.more()).isZero();
                });
    }

    private void waitAt(int stuck) {
        for (int i = 0; i < PAGES; i++) {
            int page = i;
            site.on(
                    "/" + page,
                    exchange -> {
                        if (page >= stuck) {
                            reached.countDown();
                            await(goOn);
                        }
                        TestSite.send(exchange, 200, "text/html", html(page));
                    });
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String html(int page) {
        return "<title>Page %d</title><p>This is what page number %d has to say to the world.</p><a href='/%d'>next</a><a href='/%d'>on</a>"
                .formatted(
                        page,
                        page,
                        Math.min(2 * page + 1, PAGES - 1),
                        Math.min(2 * page + 2, PAGES - 1));
    }

    private static String links() {
        var links = new StringBuilder();
        for (int i = 1; i < 8; i++) {
            links.append("<a href='/gone/%d'>more</a>".formatted(i));
        }
        return links.toString();
    }

    private Source.Id add() {
        return Tenancy.callAs(
                        acme, () -> sources.add(new NewSource.Website(robin, site.url("/0"), null)))
                .id();
    }

    private void stop(Source.Id id) {
        Tenancy.runAs(acme, () -> sources.stop(id));
    }

    private Source ended(Source.Id id) {
        return eventually(() -> source(id), source -> source.status().isFinal());
    }

    private Source source(Source.Id id) {
        return Tenancy.callAs(acme, () -> sources.get(id));
    }

    private void addUnread(Source.Id id) {
        sql(
                """
                insert into document (organization_id, id, source_id, bot_id, url, depth, status, title, language,
                    problem_arguments, found_at, met_round)
                select organization_id, gen_random_uuid(), id, bot_id, url || '/later', 1, 'FOUND', '', 'und', '{}',
                    now(), round
                from source where id = :id
                """,
                id);
    }

    private void sql(String statement, Source.Id id) {
        jdbc.sql(statement).param("id", id).update();
    }

    private static Source as(Source source, Source.Status status) {
        return new Source(
                source.id(),
                source.bot(),
                source.kind(),
                source.title(),
                source.url(),
                source.plan(),
                source.audience(),
                source.nextReadingAt(),
                status,
                source.standing(),
                source.problem(),
                source.progress(),
                source.createdAt(),
                source.updatedAt());
    }
}
