package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.fetch.TestSite;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.search.PassageIndex;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sites that change between two readings, and the rules about what of them is read. */
@TarosTest
class FreshSiteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Sources sources;
    private final Documents documents;
    private final SourceRuns runs;
    private final SourcePlans plans;
    private final Bots bots;
    private final PassageIndex index;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Tenants tenants;
    private final Audit audit;
    private final ConfigurableApplicationContext context;
    private OrganizationId acme;
    private TestSite site;
    private Bot.Id robin;

    FreshSiteTest(
            Sources sources,
            Documents documents,
            SourceRuns runs,
            SourcePlans plans,
            Bots bots,
            PassageIndex index,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Tenants tenants,
            Audit audit,
            ConfigurableApplicationContext context) {
        this.audit = audit;
        this.context = context;
        this.sources = sources;
        this.documents = documents;
        this.runs = runs;
        this.plans = plans;
        this.bots = bots;
        this.index = index;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tenants = tenants;
    }

    @BeforeEach
    void open() {
        site = new TestSite();
        site.status("/robots.txt", 404);
        acme = tenants.open("Acme").organization();
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Nested
    class Runs {
        @Test
        void tellWhatIsNewChangedAndVanished() {
            links("/", "/a", "/b", "/c", "/d").page("/a").page("/b").page("/c").page("/d");
            var source = taught(new NewSource.Website(robin, site.url("/"), null));
            assertThat(last(source).added().pages()).isEqualTo(5);

            links("/", "/a", "/b", "/c", "/new").page("/new");
            text("/b", "It says something else now.");
            site.status("/c", 410);
            synced(source);

            var run = last(source);
            assertThat(run.extent()).isEqualTo(SourceRun.Extent.WHOLE);
            assertThat(run.added().addresses()).containsExactly(site.url("/new"));
            assertThat(run.changed().addresses()).contains(site.url("/b"));
            assertThat(run.vanished().addresses())
                    .containsExactlyInAnyOrder(site.url("/c"), site.url("/d"));
            assertThat(run.unchanged()).isOne();
            assertThat(urls(source))
                    .containsExactlyInAnyOrder(
                            site.url("/"), site.url("/a"), site.url("/b"), site.url("/new"));
            eventually(() -> assertThat(indexed()).isEqualTo(4));
        }

        @Test
        void doNotAskForWhatTheSiteNoLongerLeadsTo() {
            links("/", "/a", "/b", "/c").page("/a").page("/b").page("/c");
            var source = taught(new NewSource.Website(robin, site.url("/"), null));
            links("/", "/a", "/b");
            site.asked().clear();

            synced(source);

            assertThat(site.asked()).doesNotContain("/c");
            assertThat(last(source).vanished().addresses()).containsExactly(site.url("/c"));
        }

        @Test
        void askIfAnythingChangedAndEmbedNothingTwice() {
            tagged("/", "one", "<a href='/a'>a</a>");
            tagged("/a", "two", "<a href='/b'>b</a>");
            tagged("/b", "three", "");
            var source = taught(new NewSource.Website(robin, site.url("/"), null));
            var embedded = count("passage_embedding");
            var read = stamps();

            synced(source);

            assertThat(last(source).unchanged()).isEqualTo(3);
            assertThat(last(source).added().pages() + last(source).vanished().pages()).isZero();
            assertThat(count("passage_embedding")).isEqualTo(embedded);
            assertThat(stamps()).isEqualTo(read);
        }

        @Test
        void dropNothingWhenTheSiteIsDown() {
            links("/", "/a", "/b").page("/a").page("/b");
            var source = taught(new NewSource.Website(robin, site.url("/"), null));
            site.status("/", 500).status("/a", 500).status("/b", 500);

            synced(source);

            assertThat(last(source).extent()).isEqualTo(SourceRun.Extent.PART);
            assertThat(last(source).vanished().pages()).isZero();
            assertThat(last(source).failed()).isEqualTo(3);
            assertThat(urls(source)).hasSize(3);
            site.status("/robots.txt", 500);
            synced(source);
            assertThat(urls(source)).hasSize(3);
        }

        @Test
        void dropNothingForOnePageThatFails() {
            links("/", "/a").page("/b").page("/c");
            links("/a", "/b", "/c");
            var source = taught(new NewSource.Website(robin, site.url("/"), null));
            site.status("/a", 500);

            synced(source);

            assertThat(last(source).vanished().pages()).isZero();
            assertThat(urls(source)).hasSize(4);
        }

        /** As on a page that says "back soon" with the status of a good one. */
        @Test
        void askForEachPageBeforeMostOfThemVanish() {
            links("/", "/a", "/b", "/c").page("/a").page("/b");
            page("/c");
            var source = taught(new NewSource.Website(robin, site.url("/"), null));
            text("/", "We will be back soon.");
            site.status("/c", 404);

            synced(source);

            assertThat(last(source).extent()).isEqualTo(SourceRun.Extent.PART);
            assertThat(last(source).vanished().addresses()).containsExactly(site.url("/c"));
            assertThat(urls(source)).contains(site.url("/a"), site.url("/b"));
        }

        @Test
        void dropNothingWhenTheMapCannotBeRead() {
            page("/a");
            page("/b");
            page("/c");
            map("/map.xml", "/a", "/b", "/c");
            var source = taught(new NewSource.Sitemap(robin, site.url("/map.xml"), null));
            site.status("/map.xml", 502);
            synced(source);
            assertThat(urls(source)).hasSize(3);

            map("/map.xml", "/a", "/b");
            synced(source);

            assertThat(last(source).vanished().addresses()).containsExactly(site.url("/c"));
        }

        @Test
        void areKeptInABoundedNumber() {
            page("/");
            var source = taught(new NewSource.Website(robin, site.url("/"), null));
            transact(
                    """
                    insert into source_run select organization_id, source_id, bot_id, n, extent, ended_at, added, changed,
                        vanished, unchanged, failed, added_urls, changed_urls, vanished_urls
                    from source_run cross join generate_series(-40, 0) n
                    """);

            synced(source);

            assertThat(list(source)).hasSize(20).first().extracting(SourceRun::round).isEqualTo(2);
        }
    }

    @Nested
    class Maps {
        @Test
        void thatSayAPageHasNotChangedAreBelieved() {
            page("/old");
            page("/today");
            site.text(
                    "/map.xml",
                    "application/xml",
                    """
                    <urlset><url><loc>%s</loc><lastmod>2020-01-01</lastmod></url>
                    <url><loc>%s</loc><lastmod>%s</lastmod></url></urlset>
                    """
                            .formatted(
                                    site.url("/old"),
                                    site.url("/today"),
                                    LocalDate.now(ZoneOffset.UTC)));
            var source = taught(new NewSource.Sitemap(robin, site.url("/map.xml"), null));
            text("/old", "Something else, of which the map says nothing.");
            site.asked().clear();

            synced(source);

            assertThat(site.asked()).contains("/today").doesNotContain("/old");
            assertThat(last(source).unchanged()).isEqualTo(2);
        }
    }

    @Nested
    class Rules {
        @Test
        void sayWhichPagesAreRead() {
            links("/", "/help/a", "/help/old/b", "/shop/c");
            page("/help/a");
            var wish =
                    new NewSource.Wish(List.of("/help/*"), List.of("/help/old/*"), Recrawl.NEVER);

            var source = taught(new NewSource.Website(robin, site.url("/"), null, wish));

            assertThat(urls(source)).containsExactly(site.url("/help/a"));
            assertThat(site.asked()).doesNotContain("/help/old/b", "/shop/c");
        }

        @Test
        void takeEffectOnWhatWasReadBefore() {
            links("/", "/help/a", "/shop/b").page("/help/a").page("/shop/b");
            var source = taught(new NewSource.Website(robin, site.url("/"), null));

            change(source, List.of(), List.of("/shop/*"));
            assertThat(urls(source)).doesNotContain(site.url("/shop/b"));
            finished(source.id());
            assertThat(urls(source)).hasSize(2);
            eventually(() -> assertThat(indexed()).isEqualTo(2));

            change(source, List.of(), List.of());
            finished(source.id());
            assertThat(urls(source)).hasSize(3);
        }

        @Test
        void findWhatTheyLetInAgainOnPagesThatHaveNotChanged() {
            tagged("/", "one", "<a href='/help/a'>a</a>");
            tagged("/help/a", "two", "");
            var wish = new NewSource.Wish(List.of("/"), List.of(), Recrawl.NEVER);
            var source = taught(new NewSource.Website(robin, site.url("/"), null, wish));
            assertThat(urls(source)).containsExactly(site.url("/"));

            change(source, List.of(), List.of());

            finished(source.id());
            assertThat(urls(source)).hasSize(2);
        }

        @Test
        void areNotForSinglePages() {
            links("/terms", "/a").page("/a");
            var source = taught(new NewSource.Page(robin, site.url("/terms"), null, Recrawl.NEVER));

            assertThat(urls(source)).containsExactly(site.url("/terms"));
            assertThat(site.asked()).doesNotContain("/a");
            assertThatThrownBy(() -> change(source, List.of("/b"), List.of()))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("knowledge.rules.page");
        }
    }

    @Nested
    class Nights {
        @Test
        void comeWithTheirMinuteAndBringTheNext() {
            page("/");
            var wish = new NewSource.Wish(List.of(), List.of(), Recrawl.DAILY);
            var source = taught(new NewSource.Website(robin, site.url("/"), null, wish));
            var night = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            transact("update source set recrawl_at = '" + night + "'");

            Tenancy.runAs(acme, () -> plans.handle(new SyncAtNight(acme, source.id(), night)));

            eventually(PATIENCE, () -> assertThat(list(source)).hasSize(2));
            assertThat(get(source).nextReadingAt()).isAfter(night);
            Tenancy.runAs(acme, () -> plans.handle(new SyncAtNight(acme, source.id(), night)));
            assertThat(jobs("SyncAtNight")).isOne();
        }

        /** What nobody asked for is told only where it brought something. */
        @Test
        void areSilentUnlessSomethingChanged() {
            page("/");
            var wish = new NewSource.Wish(List.of(), List.of(), Recrawl.DAILY);
            var source = taught(new NewSource.Website(robin, site.url("/"), null, wish));
            var settled = new CopyOnWriteArrayList<SourceSettled>();
            ApplicationListener<PayloadApplicationEvent<SourceSettled>> listener =
                    ApplicationListener.forPayload(settled::add);
            context.addApplicationListener(listener);
            try {
                night(source, 2);
                assertThat(settled).isEmpty();
                assertThat(syncs()).isEmpty();

                text("/", "It says something else now.");
                night(source, 3);
                assertThat(settled).singleElement().matches(SourceSettled::isReady);
                assertThat(syncs()).singleElement().isEqualTo(AuditEntry.ActorKind.SYSTEM);

                synced(source);
                assertThat(settled).as("somebody asked").hasSize(2);
            } finally {
                context.removeApplicationListener(listener);
            }
        }

        private void night(Source source, int round) {
            var night = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            transact("update source set recrawl_at = '" + night + "'");
            Tenancy.runAs(acme, () -> plans.handle(new SyncAtNight(acme, source.id(), night)));
            eventually(PATIENCE, () -> assertThat(list(source)).hasSize(round));
            finished(source.id());
        }

        private List<AuditEntry.ActorKind> syncs() {
            return Tenancy.callAs(acme, () -> audit.latest(50)).stream()
                    .filter(entry -> entry.action().equals("source.synced"))
                    .map(AuditEntry::actorKind)
                    .toList();
        }

        @Test
        void areSpreadOverTheHoursInWhichNobodyAsks() {
            var zone = java.time.ZoneId.of("Europe/Copenhagen");
            var now = Instant.parse("2026-03-28T12:00:00Z");
            var nights =
                    IntStream.range(0, 200)
                            .mapToObj(n ->
                                    new Source.Id(UUID.nameUUIDFromBytes(new byte[] {(byte) n})))
                            .map(id -> Recrawl.DAILY.next(id, zone, now).atZone(zone))
                            .toList();

            assertThat(nights)
                    .allMatch(night -> night.getHour() >= 1 && night.getHour() <= 5)
                    .allMatch(night -> night.toLocalDate().toString().equals("2026-03-29"));
            assertThat(nights.stream().distinct().count()).isGreaterThan(50);
        }

        @Test
        void endWhenNobodyWantsThemAnyMore() {
            page("/");
            var wish = new NewSource.Wish(List.of(), List.of(), Recrawl.WEEKLY);
            var source = taught(new NewSource.Website(robin, site.url("/"), null, wish));
            var night = get(source).nextReadingAt();

            change(source, List.of(), List.of());
            Tenancy.runAs(acme, () -> plans.handle(new SyncAtNight(acme, source.id(), night)));

            assertThat(get(source).nextReadingAt()).isNull();
            assertThat(list(source)).hasSize(1);
        }
    }

    @Test
    void nothingButSitesCanBeSynced() {
        var text = taught(new NewSource.Text(robin, "Returns", "Send it back."));

        assertThatThrownBy(() -> Tenancy.callAs(acme, () -> sources.sync(text.id())))
                .isInstanceOf(Conflict.class);
        var globex = new OrganizationId(UUID.randomUUID());
        assertThatThrownBy(() -> Tenancy.callAs(globex, () -> sources.sync(text.id())))
                .isInstanceOf(NotFound.class);
        assertThat(Tenancy.callAs(globex, () -> runs.list(text.id()))).isEmpty();
    }

    private FreshSiteTest links(String path, String... targets) {
        var html = new StringBuilder(html(path, "This is the page at " + path + "."));
        for (var target : targets) {
            html.append("<a href='%s'>%s</a>".formatted(target, target));
        }
        site.html(path, html.toString());
        return this;
    }

    private FreshSiteTest page(String path) {
        return links(path);
    }

    private void text(String path, String text) {
        site.html(path, html(path, text));
    }

    private void map(String path, String... pages) {
        var urls = new StringBuilder("<urlset>");
        for (var page : pages) {
            urls.append("<url><loc>%s</loc></url>".formatted(site.url(page)));
        }
        site.text(path, "application/xml", urls.append("</urlset>").toString());
    }

    /** Not sent to whoever has it. */
    private void tagged(String path, String tag, String links) {
        site.on(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", tag);
                    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                        exchange.sendResponseHeaders(304, -1);
                        exchange.close();
                        return;
                    }
                    var html = html(path, "This is the page at " + path + ".") + links;
                    TestSite.send(exchange, 200, "text/html", html);
                });
    }

    private static String html(String title, String text) {
        return "<title>Page %s</title><main><p>%s</p></main>".formatted(title, text);
    }

    private Source taught(NewSource source) {
        return finished(Tenancy.callAs(acme, () -> sources.add(source)).id());
    }

    private void synced(Source source) {
        Tenancy.callAs(acme, () -> sources.sync(source.id()));
        finished(source.id());
    }

    private void change(Source source, List<String> include, List<String> exclude) {
        var wish = new NewSource.Wish(include, exclude, Recrawl.NEVER);
        Tenancy.callAs(acme, () -> sources.change(source.id(), wish));
    }

    private Source finished(Source.Id id) {
        return Settled.of(sources, acme, id);
    }

    private Source get(Source source) {
        return Tenancy.callAs(acme, () -> sources.get(source.id()));
    }

    private List<SourceRun> list(Source source) {
        return Tenancy.callAs(acme, () -> runs.list(source.id()));
    }

    private SourceRun last(Source source) {
        return list(source).getFirst();
    }

    private List<String> urls(Source source) {
        return Tenancy.callAs(acme, () -> documents.readable(source.id(), null, 1_000)).stream()
                .map(Document::url)
                .toList();
    }

    private int indexed() {
        return index.documents(acme).size();
    }

    private List<String> stamps() {
        return Tenancy.callAs(
                acme,
                () ->
                        transactions.execute(status ->
                                jdbc.sql(
                                                "select url || changed_at || indexed_at from document order by url")
                                        .query(String.class)
                                        .list()));
    }

    private int count(String table) {
        return Tenancy.callAs(
                acme,
                () ->
                        transactions.execute(status ->
                                jdbc.sql("select count(*) from " + table)
                                        .query(Integer.class)
                                        .single()));
    }

    private int jobs(String name) {
        return transactions.execute(status ->
                jdbc.sql(
                                "select count(*) from scheduled_tasks where task_name = :name and convert_from(task_data, 'UTF8') like :organization")
                        .param("name", name)
                        .param("organization", "%" + acme + "%")
                        .query(Integer.class)
                        .single());
    }

    private void transact(String sql) {
        Tenancy.runAs(
                acme, () -> transactions.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }
}
