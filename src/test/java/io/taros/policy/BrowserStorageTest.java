package io.taros.policy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.taros.browser.BrowserTest;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Datasets;
import io.taros.platform.datamap.Place;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * P-26, P-38: what our pages leave in a browser is on the map of what is kept, all of it and no
 * more, and nobody else's server is asked for anything.
 */
@TarosTest
@BrowserTest
class BrowserStorageTest {
    private final Tenants tenants;
    private final Datasets datasets;
    private final Set<String> hosts = new ConcurrentSkipListSet<>();
    @LocalServerPort private int port;
    private Tenant acme;
    private String chat;

    BrowserStorageTest(Tenants tenants, Datasets datasets) {
        this.tenants = tenants;
        this.datasets = datasets;
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        chat = "/chat/" + api.get("/bots/" + api.bot("Robin")).at("publicKey");
    }

    @Test
    void isWhatTheMapSaysOnOurPages(BrowserContext context, Page page) {
        context.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
        for (var path : List.of("/", "/sub-processors", chat)) {
            visit(page, path);
            assertThat(left(context, page)).as(path).isEmpty();
        }

        visit(page, "/sign-in");
        assertThat(left(context, page)).containsExactly("taros-session");
        page.getByLabel("E-mail").fill(acme.email());
        page.locator("input[name=password]").fill(Tenants.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        visit(page, "/account");
        page.getByRole(AriaRole.BUTTON, named("Save")).first().click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        visit(page, chat);
        page.getByLabel("Your message").fill("Do you deliver?");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> left(context, page).contains("taros"));

        assertThat(left(context, page)).isEqualTo(declared());
        assertThat(hosts).containsExactly("localhost:" + port);
    }

    private void visit(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** A key of the widget's is of one bot, which stands behind the colon. */
    private static Set<String> left(BrowserContext context, Page page) {
        var found = new TreeSet<String>();
        for (Cookie cookie : context.cookies()) {
            found.add(cookie.name);
        }
        var keys =
                (List<?>)
                        page.evaluate(
                                """
                                async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
                                  ...(await indexedDB.databases()).map(found => found.name),
                                  ...(await caches.keys())]
                                """);
        keys.forEach(key -> found.add(String.valueOf(key).replaceAll(":.*", "")));
        return found;
    }

    private Set<String> declared() {
        return datasets.all().stream()
                .filter(dataset -> dataset.place() == Place.BROWSER)
                .map(Dataset::name)
                .collect(toSet());
    }
}
