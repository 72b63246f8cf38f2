package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Caps;
import io.taros.organization.Entitlements;
import io.taros.organization.Tenants;
import io.taros.platform.fetch.TestSite;
import io.taros.platform.security.Tenancy;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All bots of an organization together learn from so many pages and no more. */
@TarosTest
class QuotaTest {
    private static final int MOST = 3;
    private static final String SENTENCE =
            "The limit is reached: 3 of 3 pages, 0 of 5120 MB. Delete what is no longer needed, or ask for more.";

    private final Tenants tenants;
    private final Entitlements entitlements;
    private final Quotas quotas;
    @LocalServerPort private int port;
    private TestSite site;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;

    QuotaTest(Tenants tenants, Entitlements entitlements, Quotas quotas) {
        this.tenants = tenants;
        this.entitlements = entitlements;
        this.quotas = quotas;
    }

    @BeforeEach
    void open() {
        site = new TestSite();
        acme = tenants.open("Acme");
        Tenancy.runAs(
                acme.organization(),
                () -> entitlements.replace(new Caps(null, null, MOST, true, true)));
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void keepsMoreFromBeingAdded() {
        IntStream.range(0, MOST).forEach(this::teach);

        assertThat(add(MOST).refusal(409)).isEqualTo(SENTENCE);
        assertThat(quota().pages()).isEqualTo(MOST);
    }

    @Test
    void letsASiteBeReadAsFarAsThereIsRoom() {
        teach(0);
        teach(1);
        var links = new StringBuilder("<p>Parcels arrive within two days of your order.</p>");
        for (var page = 1; page < 30; page++) {
            var path = "/" + page + ".html";
            links.append("<a href='%s'>Page %d of the shop</a> ".formatted(path, page));
            site.html(
                    path, "<p>Page %d tells how parcels are packed and sent.</p>".formatted(page));
        }
        site.html("/", links.toString());

        var read = api.finished(api.accepted(website()));

        assertThat(read.path("status").asString()).isEqualTo("ready");
        // Two pages are read at a time.
        assertThat(read.path("pages").asInt()).isBetween(1, 2);
        assertThat(read.path("pagesFound").asInt()).isEqualTo(30);
        assertThat(read.path("error").asString("")).startsWith("The limit is reached");
    }

    @Test
    void keepsWhatIsKnownUpToDate() {
        site.html("/", "<p>Parcels arrive soon.</p><a href='/old.html'>Prices of parcels</a>");
        site.html("/old.html", "<p>A parcel costs forty crowns.</p>");
        teach(0);
        var source = api.accepted(website());
        api.finished(source);
        assertThat(quota().pages()).isEqualTo(MOST);
        site.html(
                "/",
                "<p>Parcels arrive soon.</p><a href='/new.html'>New</a><a href='/old.html'>Prices</a>");
        site.html("/new.html", "<p>Parcels may be sent back for free.</p>");
        site.html("/old.html", "<p>A parcel costs fifty crowns.</p>");

        assertThat(api.post("/sources/" + source + "/sync", "").status()).isEqualTo(202);

        eventually(() -> {
            assertThat(api.finished(source).path("error").asString(""))
                    .startsWith("The limit is reached");
            assertThat(answer("What does a parcel cost?")).contains("fifty crowns");
        });
        assertThat(quota().pages()).isEqualTo(MOST);
        assertThat(answer("May parcels be sent back?")).doesNotContain("for free");
    }

    @Test
    void leavesNothingOfADocumentThatIsRefused() {
        var shop =
                api.accepted(
                        api.post(
                                "/bots/" + bot + "/sources",
                                Map.of("type", "api", "title", "Shop")));
        IntStream.range(0, MOST).forEach(this::teach);
        var address = "/sources/" + shop + "/documents/cups";

        var refused =
                api.call("PUT", address, "{\"title\": \"Cups\", \"text\": \"Cups are blue.\"}");

        assertThat(refused.refusal(409)).isEqualTo(SENTENCE);
        assertThat(api.get(address).status()).isEqualTo(404);
        assertThat(api.get("/sources/" + shop).json().path("pagesFound").asInt()).isZero();
    }

    @Test
    void countsWhatWasHandedInAndForgetsWhatIsDeleted() {
        var file = api.accepted(api.upload(bot, "a.txt", "Parcels weigh nothing.".getBytes()));
        api.finished(file);
        assertThat(quota().bytes().toBytes()).isEqualTo(2 * 22);

        api.call("DELETE", "/sources/" + file, "");

        eventually(() -> assertThat(quota().bytes().toBytes()).isZero());
        assertThat(quota().pages()).isZero();
    }

    private Quota quota() {
        return Tenancy.callAs(acme.organization(), quotas::get);
    }

    private RestCaller.Answer website() {
        return api.post(
                "/bots/" + bot + "/sources", Map.of("type", "website", "url", site.url("/")));
    }

    private String answer(String question) {
        return api.post("/bots/" + bot + "/answers", Map.of("question", question)).text();
    }

    private void teach(int number) {
        api.finished(api.accepted(add(number)));
    }

    private RestCaller.Answer add(int number) {
        return api.post(
                "/bots/" + bot + "/sources",
                Map.of(
                        "type",
                        "text",
                        "title",
                        "Text " + number,
                        "text",
                        "Text %d says how parcels are packed.".formatted(number)));
    }
}
