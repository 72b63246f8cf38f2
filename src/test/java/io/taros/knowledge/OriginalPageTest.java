package io.taros.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.DrawnPdf;
import io.taros.organization.Tenants;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The original of a document, beside what was read of it. */
@TarosTest
class OriginalPageTest {
    private final Tenants tenants;
    private final Documents documents;
    private final RateLimits limits;
    @LocalServerPort private int port;
    private OrganizationId organization;
    private RestCaller api;
    private Browser browser;

    OriginalPageTest(Tenants tenants, Documents documents, RateLimits limits) {
        this.tenants = tenants;
        this.documents = documents;
        this.limits = limits;
    }

    @BeforeEach
    void open() {
        var acme = tenants.open("Acme");
        organization = acme.organization();
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
    }

    @AfterEach
    void refill() {
        limits.reset();
    }

    @Test
    void showsThePagesOfAPdfAsPictures() throws IOException {
        var path = taught("hours.pdf", DrawnPdf.of("We open at nine.", "We close at five."));

        var document = browser.get(path).body();
        var pane = part(path + "/original/preview").body();

        assertThat(document).contains("hx-get=\"" + path + "/original/preview\"");
        assertThat(pane)
                .doesNotContain("<html")
                .contains("2 pages, drawn from the file", "alt=\"Page 2 of 2\"")
                .contains("src=\"" + path + "/original/pages/2\"", "loading=\"lazy\"");
        try (var png = browser.open(path + "/original/pages/2")) {
            var picture = ImageIO.read(png);
            assertThat(picture.getWidth()).isEqualTo(1_000);
            assertThat(picture.getHeight()).isEqualTo(1_414);
        }
        var page = browser.get(path + "/original/pages/1");
        assertThat(page.header("Content-Type")).isEqualTo("image/png");
        assertThat(page.header("Cache-Control")).contains("private", "no-cache");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var again = known(path + "/original/pages/1", page.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void standsBesideTheTextWithoutScriptsToo() throws IOException {
        var path = taught("hours.pdf", DrawnPdf.of("We open at nine."));

        assertThat(browser.get(path + "/original/preview").body())
                .contains("<html", "One page, drawn from the file", "Exclude passage 1");
    }

    @Test
    void hasNoOtherPages() throws IOException {
        var pdf = taught("hours.pdf", DrawnPdf.of("We open at nine."));
        var text = taught("hours.txt", "We open at nine.".getBytes(UTF_8));

        for (var path : new String[] {pdf + "/original/pages/2", pdf + "/original/pages/0"}) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(browser.get(text + "/original/pages/1").status()).isEqualTo(404);
        assertThat(part(text + "/original/preview").body())
                .contains("The file as it is written", "We open at nine.</pre>");
    }

    @Test
    void isNobodyElses() throws IOException {
        var path = taught("hours.pdf", DrawnPdf.of("We open at nine."));
        var page = path + "/original/pages/1";
        var tag = browser.get(page).header("ETag");
        var stranger = new Browser(port);
        for (var address : new String[] {path + "/original", path + "/original/preview", page}) {
            var answer = stranger.get(address);
            assertThat(answer.status()).as(address).isEqualTo(303);
            assertThat(answer.header("Location")).as(address).isEqualTo("/sign-in");
        }
        var globex = tenants.open("Globex");
        browser = new Browser(port);
        browser.signIn(globex.email(), Tenants.PASSWORD);

        for (var address : new String[] {path + "/original", path + "/original/preview", page}) {
            assertThat(browser.get(address).status()).as(address).isEqualTo(404);
        }
        assertThat(known(page, tag).status()).isEqualTo(404);
    }

    @Test
    void saysThatADamagedFileCannotBeShown() {
        var source = uploaded("prices.pdf", "%PDF-1.7 and no more".getBytes(UTF_8));
        var failed =
                Tenancy.callAs(
                        organization,
                        () -> documents.failed(new Source.Id(UUID.fromString(source)), 1));
        var path = "/knowledge/documents/" + failed.getFirst().id().value();

        assertThat(browser.get(path).body()).contains("The PDF is damaged or incomplete");
        assertThat(part(path + "/original/preview").body())
                .contains("so its pages cannot be shown here", "Download the file");
        var page = browser.get(path + "/original/pages/1");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("This page cannot be drawn right now");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void isDrawnSoOftenAndNotOftener() throws IOException {
        var path = taught("hours.pdf", DrawnPdf.of("We open at nine."));
        var page = path + "/original/pages/1";
        var tag = browser.get(page).header("ETag");

        assertThat(isRefused(page)).isTrue();
        assertThat(isRefused(path + "/original/preview")).isTrue();
        assertThat(known(page, tag).status()).as("nothing is drawn").isEqualTo(304);
    }

    /** What is used up comes back bit by bit, perhaps before it is asked for. */
    private boolean isRefused(String path) {
        for (var tries = 0; tries < 50; tries++) {
            for (var drawn = 0; drawn < Limit.ORIGINAL.capacity(); drawn++) {
                limits.spend(Limit.ORIGINAL, organization.toString());
            }
            if (browser.get(path).status() == 429) {
                return true;
            }
        }
        return false;
    }

    private String taught(String name, byte[] content) {
        var source = uploaded(name, content);
        var document = api.get("/sources/" + source + "/documents").json().path("data").path(0);
        return "/knowledge/documents/" + document.path("id").asString();
    }

    private String uploaded(String name, byte[] content) {
        var source = api.accepted(api.upload(api.bot("Robin"), name, content));
        api.finished(source);
        return source;
    }

    private Browser.Page part(String path) {
        return browser.send(
                HttpRequest.newBuilder(browser.at(path)).header("HX-Request", "true").build());
    }

    private Browser.Page known(String path, String tag) {
        return browser.send(
                HttpRequest.newBuilder(browser.at(path)).header("If-None-Match", tag).build());
    }
}
