package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.fetch.TestSite;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Sites with more pages than are read of one source. */
@TarosTest
@TestPropertySource(properties = "taros.crawl.max-pages=3")
class CappedSiteTest {
    private final Sources sources;
    private final Documents documents;
    private final SourceRuns runs;
    private final Bots bots;
    private final Tenants tenants;
    @AutoClose private final TestSite site = new TestSite();
    private OrganizationId acme;
    private Bot.Id robin;

    CappedSiteTest(
            Sources sources, Documents documents, SourceRuns runs, Bots bots, Tenants tenants) {
        this.sources = sources;
        this.documents = documents;
        this.runs = runs;
        this.bots = bots;
        this.tenants = tenants;
    }

    @BeforeEach
    void open() {
        site.status("/robots.txt", 404);
        acme = tenants.open("Acme").organization();
        robin = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin"))).id();
    }

    /** What leads to it may be a page that is not read. */
    @Test
    void loseNothingTheyMayStillLeadTo() {
        page("/", "/a", "/b").page("/a").page("/b");
        var source = finished(Tenancy.callAs(acme, () -> sources.add(website())).id());
        assertThat(last(source).extent()).isEqualTo(SourceRun.Extent.WHOLE);

        page("/", "/a", "/new").page("/new", "/b");
        synced(source);

        assertThat(last(source).extent()).isEqualTo(SourceRun.Extent.CAPPED);
        assertThat(last(source).vanished().pages()).isZero();
        assertThat(urls(source))
                .containsExactlyInAnyOrder(site.url("/"), site.url("/a"), site.url("/b"));
        assertThat(site.asked()).doesNotContain("/new");
    }

    @Test
    void stillLoseWhatIsNotThereAnyMore() {
        page("/", "/a", "/b", "/c").page("/a").page("/b").page("/c");
        var source = finished(Tenancy.callAs(acme, () -> sources.add(website())).id());
        assertThat(last(source).extent()).isEqualTo(SourceRun.Extent.CAPPED);

        site.status("/b", 410);
        synced(source);

        assertThat(last(source).vanished().addresses()).containsExactly(site.url("/b"));
    }

    @Test
    void keepNoPlaceForWhatWasNeverThere() {
        page("/", "/gone", "/lost", "/a", "/b").page("/a").page("/b");
        var source = finished(Tenancy.callAs(acme, () -> sources.add(website())).id());

        synced(source);

        assertThat(urls(source))
                .containsExactlyInAnyOrder(site.url("/"), site.url("/a"), site.url("/b"));
    }

    @Test
    void endWhereNothingIsThere() {
        String[] dead =
                Stream.iterate(1, n -> n + 1).limit(20).map(n -> "/" + n).toArray(String[]::new);
        page("/", dead);
        var source = finished(Tenancy.callAs(acme, () -> sources.add(website())).id());

        for (int night = 1; night <= 5; night++) {
            synced(source);
        }

        assertThat(site.asked().stream().filter(path -> path.matches("/\\d+")).distinct())
                .hasSize(8);
    }

    @Test
    void areReadWholeOnceRulesLeaveLittleEnough() {
        page("/", "/a", "/b", "/c").page("/a").page("/b").page("/c");
        var source = finished(Tenancy.callAs(acme, () -> sources.add(website())).id());

        var wish = new NewSource.Wish(List.of(), List.of("/a"), Recrawl.NEVER);
        Tenancy.callAs(acme, () -> sources.change(source.id(), wish));
        finished(source.id());

        assertThat(last(source).extent()).isEqualTo(SourceRun.Extent.WHOLE);
        assertThat(urls(source))
                .containsExactlyInAnyOrder(site.url("/"), site.url("/b"), site.url("/c"));
    }

    /** Rules choose among all that a map lists, not among the first of it. */
    @Test
    void withAMapAreReadAsRulesSayHoweverLongItIs() {
        page("/a").page("/b").page("/c").page("/help/d");
        site.text("/map.xml", "application/xml", map("/a", "/b", "/c", "/help/d"));
        var wish = new NewSource.Wish(List.of("/help/*"), List.of(), Recrawl.NEVER);
        var map = new NewSource.Sitemap(robin, site.url("/map.xml"), null, wish);

        var source = finished(Tenancy.callAs(acme, () -> sources.add(map)).id());

        assertThat(urls(source)).containsExactly(site.url("/help/d"));
        assertThat(last(source).extent()).isEqualTo(SourceRun.Extent.WHOLE);
    }

    private NewSource website() {
        return new NewSource.Website(robin, site.url("/"), null);
    }

    private CappedSiteTest page(String path, String... links) {
        var list =
                Stream.of(links)
                        .map(link -> "<a href='%s'>%s</a>".formatted(link, link))
                        .collect(Collectors.joining());
        site.html(
                path,
                "<title>%1$s</title><main><p>This is the page at %1$s.</p></main>%2$s"
                        .formatted(path, list));
        return this;
    }

    private String map(String... pages) {
        return Stream.of(pages)
                .map(page -> "<url><loc>%s</loc></url>".formatted(site.url(page)))
                .collect(Collectors.joining("", "<urlset>", "</urlset>"));
    }

    private void synced(Source source) {
        Tenancy.callAs(acme, () -> sources.sync(source.id()));
        finished(source.id());
    }

    private Source finished(Source.Id id) {
        return Settled.of(sources, acme, id);
    }

    private SourceRun last(Source source) {
        return Tenancy.callAs(acme, () -> runs.list(source.id())).getFirst();
    }

    private List<String> urls(Source source) {
        return Tenancy.callAs(acme, () -> documents.readable(source.id(), null, 100)).stream()
                .map(Document::url)
                .toList();
    }
}
