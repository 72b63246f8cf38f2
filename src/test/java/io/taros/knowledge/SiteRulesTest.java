package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.fetch.TestSite;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sites and what is wanted of them, by programs and by forms. */
@TarosTest
class SiteRulesTest {
    @AutoClose private final TestSite site = new TestSite();
    private final Tenants tenants;
    private final Holds holds;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private Browser browser;
    private String bot;

    SiteRulesTest(Tenants tenants, Holds holds) {
        this.tenants = tenants;
        this.holds = holds;
    }

    @BeforeEach
    void open() {
        site.status("/robots.txt", 404);
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
        browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/knowledge?bot=" + bot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smørrebrød.invalid/",
                "https://shop.invalid/a|b",
                "https://shop.invalid/?q={a}",
                "https://shop.invalid/søg ost"
            })
    void areForAddressesAsPeopleWriteThem(String url) {
        var source = added(url, Map.of("include", List.of("/menu/*")));

        assertThat(api.get("/sources/" + source).at("url")).isEqualTo(url);
        assertThat(added(url, Map.of())).isEqualTo(source);
        var changed = api.call("PATCH", "/sources/" + source, "{\"include\": [\"/a\"]}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(wishes(source)).isEqualTo("[\"/a\"] [] never");
        assertThat(preview(url).status()).isEqualTo(422);
    }

    @Test
    void readAddressesAsPeopleWriteThem() {
        page("/a%7Cb?q=%7Ba%7D", "");
        site.text(
                "/map%7C.xml",
                "application/xml",
                "<urlset><url><loc>%s</loc></url></urlset>".formatted(site.url("/listed")));
        page("/listed", "");

        var page = added("page", site.url("/a|b?q={a}"), Map.of());
        var map = added("sitemap", site.url("/map|.xml"), Map.of());

        assertThat(api.finished(page).path("status").asString()).isEqualTo("ready");
        assertThat(api.finished(map).path("pages").asInt()).isOne();
    }

    @Test
    void stayAsTheyAreWhereTheyAreNotSentAgain() {
        page("/", "");
        var source =
                added(
                        site.url("/"),
                        Map.of(
                                "include", List.of("/", "/help/*"),
                                "exclude", List.of("/help/old/*"),
                                "recrawl", "weekly"));
        api.finished(source);

        added(site.url("/"), Map.of("exclude", List.of("/shop/*")));
        assertThat(wishes(source)).isEqualTo("[\"/\",\"/help/*\"] [\"/shop/*\"] weekly");

        teach("", "/shop/a");
        assertThat(wishes(source)).isEqualTo("[\"/\",\"/help/*\"] [\"/shop/a\"] weekly");

        added(site.url("/"), Map.of("include", List.of(), "recrawl", "never"));
        assertThat(wishes(source)).isEqualTo("[] [\"/shop/a\"] never");

        api.call("PATCH", "/sources/" + source, "{\"exclude\": []}");
        assertThat(wishes(source)).isEqualTo("[] [] never");
    }

    @Test
    void stayWhoeverChangesOthersAtTheSameTime() {
        var source = added("https://shop.invalid/", Map.of());
        for (int i = 0; i < 10; i++) {
            var include = "{\"include\": [\"/help/%d\"]}".formatted(i);
            var exclude = "{\"exclude\": [\"/shop/%d\"]}".formatted(i);
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                both.submit(() -> api.call("PATCH", "/sources/" + source, include));
                both.submit(() -> api.call("PATCH", "/sources/" + source, exclude));
            }
            assertThat(wishes(source))
                    .isEqualTo("[\"/help/%d\"] [\"/shop/%d\"] never".formatted(i, i));
        }
    }

    @Test
    void stayInTheFormWhileAHoldForbidsThem() {
        page("/", "<a href='/shop'>shop</a>");
        page("/shop", "");
        var source = added(site.url("/"), Map.of());
        api.finished(source);
        Tenancy.runAs(
                acme.organization(),
                () ->
                        holds.placeOnAll(
                                "A claim about the shop.",
                                Instant.now().plus(Duration.ofDays(2)),
                                null));

        var refused =
                browser.post(
                        "/knowledge/sources/" + source + "/rules",
                        "include",
                        "",
                        "exclude",
                        "/shop",
                        "recrawl",
                        "DAILY");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(">/shop</textarea>", "legal hold", "exclude-error");
        assertThat(wishes(source)).isEqualTo("[] [] never");
        var again = teach("", "/shop");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains(">/shop</textarea>", "legal hold");
    }

    @Test
    void areShownForASiteThatIsThereAgain() {
        site.status("/", 500);
        assertThat(preview(site.url("/")).status()).isEqualTo(422);

        page("/", "<a href='/a'>a</a>");

        assertThat(preview(site.url("/")).status()).isEqualTo(200);
        site.asked().clear();
        assertThat(preview(site.url("/")).status()).isEqualTo(200);
        assertThat(site.asked()).isEmpty();
    }

    private void page(String path, String links) {
        site.html(
                path,
                "<title>%s</title><main><p>This is %s.</p></main>".formatted(path, path) + links);
    }

    private String added(String url, Map<String, Object> wishes) {
        return added("website", url, wishes);
    }

    private String added(String type, String url, Map<String, Object> wishes) {
        var body = new HashMap<>(wishes);
        body.put("type", type);
        body.put("url", url);
        return api.accepted(api.post("/bots/" + bot + "/sources", body));
    }

    private Browser.Page teach(String include, String exclude) {
        return browser.post(
                "/knowledge/sources",
                "bot",
                bot,
                "way",
                "WEBSITE",
                "url",
                site.url("/"),
                "include",
                include,
                "exclude",
                exclude,
                "recrawl",
                "NEVER",
                "rights",
                "true");
    }

    private Browser.Page preview(String url) {
        return browser.post("/knowledge/sources/preview", "way", "WEBSITE", "url", url);
    }

    private String wishes(String source) {
        var view = api.get("/sources/" + source).json();
        return view.path("include")
                + " "
                + view.path("exclude")
                + " "
                + view.path("recrawl").asString();
    }
}
