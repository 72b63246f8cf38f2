package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import io.taros.browser.BrowserTest;
import java.util.ArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Host pages that would break a guest with worse manners. */
@BrowserTest
class HostileHostTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    @Test
    void looksTheSameUnderAnyStyleSheet(Page page) {
        new Visitor(page).visits(host).opens();
        var fair = looks(page);
        host.head(
                "<style>*{all:unset!important;display:none!important;font:40px"
                        + " fantasy!important;color:red!important}"
                        + " html,body,main{display:block!important}"
                        + " taros-chat{opacity:0!important;transform:scale(0)!important;position:static!important;visibility:hidden!important}"
                        + " button,textarea,p,div{border:9px solid red!important}</style>");

        new Visitor(page).visits(host).opens();

        assertThat(looks(page)).isEqualTo(fair);
    }

    @Test
    void worksUnderAStrictContentSecurityPolicy(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        host.policy(
                "default-src 'none'; script-src %1$s; connect-src %1$s; style-src 'none'; img-src %1$s data:;"
                                .formatted(installation.origin())
                        + " base-uri 'none'; form-action 'none'; require-trusted-types-for"
                        + " 'script'");

        new Visitor(page)
                .visits(host)
                .opens()
                .asks("Returns?")
                .sees("2 sources")
                .text("2 sources")
                .click();

        new Visitor(page).sees("Unused items can be returned");
        assertThat(complaints).isEmpty();
        assertThat(looks(page)).asString().contains("384");
    }

    /**
     * A page that keeps others from changing what scripts share, and one that changed it itself.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                for (const name of Object.getOwnPropertyNames(window)) {
                  const it = window[name];
                  if (typeof it === "function" && it.prototype) { Object.freeze(it.prototype); Object.freeze(it); }
                }
                """,
                """
                Object.prototype.extra = () => {};
                Array.prototype.last = function () { return this[this.length - 1]; };
                Array.prototype.toJSON = function () { return "[]"; };
                String.prototype.toJSON = function () { return "text"; };
                Element.prototype.remove = function () {};
                window.$ = window.fetching = window.name = "taken";
                """
            })
    void worksWithWhateverThePageMadeOfTheLanguage(String script, Page page) {
        var errors = new ArrayList<String>();
        page.onPageError(errors::add);
        host.head("<script>" + script + "</script>");

        new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        assertThat(installation.onlyConversation().messageCount()).isEqualTo(1);
        assertThat(installation.requestsTo("POST", "/messages").getFirst().body())
                .contains("Returns?");
        assertThat(errors).isEmpty();
    }

    @Test
    void appearsOnceWhenIncludedTwice(Page page) {
        var errors = new ArrayList<String>();
        page.onPageError(errors::add);
        host.body(
                HostPage.snippet(installation)
                        + HostPage.snippet(installation)
                        + "<script>var e, t, n, TAG = 1</script>");

        new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        assertThat(page.locator("taros-chat").count()).isEqualTo(1);
        assertThat(installation.conversations).hasSize(1);
        assertThat(errors).isEmpty();
    }

    @Test
    void addsOneNameToThePageAndNoOther(Page page) {
        page.navigate(host.body("").url());
        var names = "Object.getOwnPropertyNames(window)";
        var before = (java.util.List<?>) page.evaluate(names);
        host.body(HostPage.snippet(installation));

        new Visitor(page).visits(host).opens();

        assertThat((java.util.List<?>) page.evaluate(names))
                .filteredOn(name -> !before.contains(name))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly("Taros");
    }

    @Test
    void leavesNothingBehindWhenItIsTakenOut(Page page) {
        new Visitor(page).visits(host);

        page.evaluate(
                """
                async () => {
                  window.gone = [];
                  for (let round = 0; round < 10; round++) {
                    const chat = document.createElement("taros-chat");
                    chat.setAttribute("bot", "pk_test");
                    chat.setAttribute("open", "");
                    document.body.append(chat);
                    while (!chat.shadowRoot.querySelector("textarea")) {
                      await new Promise(requestAnimationFrame);
                    }
                    window.gone.push(new WeakRef(chat), new WeakRef(chat.shadowRoot.querySelector("textarea")));
                    chat.remove();
                  }
                }
                """);
        page.waitForCondition(() -> {
            page.requestGC();
            return page.evaluate("gone.every(weak => weak.deref() === undefined)").equals(true);
        });

        assertThat(page.locator("taros-chat").count()).isEqualTo(1);
    }

    @Test
    void survivesAMoveWithinThePage(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        page.evaluate(
                "document.querySelector('main').prepend(document.querySelector('taros-chat'))");

        visitor.asks("And then?")
                .waitsUntil(() -> installation.onlyConversation().messageCount() == 2);
    }

    /** As routers do that change the address and what is under it, and nothing else. */
    @Test
    void goesOnWhenThePageMovesWithoutLoading(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        page.evaluate(
                """
                history.pushState({}, "", "/vases?utm=1#glass");
                document.querySelector("main").innerHTML = "<h1>Vases</h1>";
                """);
        visitor.asks("And then?")
                .waitsUntil(() -> installation.onlyConversation().messageCount() == 2);
        page.goBack();

        visitor.sees("And then?");
        assertThat(page.locator("taros-chat").count()).isEqualTo(1);
    }

    /** As routers do that fetch the next page and put its body in place of the old one. */
    @Test
    void staysWhenThePageBringsAnotherBody(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        page.evaluate(
                """
                window.kept = document.body.cloneNode(true);
                const next = document.createElement("body");
                next.innerHTML = "<main><h1>Vases</h1></main>";
                document.body = next;
                """);
        visitor.asks("And then?")
                .waitsUntil(() -> installation.onlyConversation().messageCount() == 2);
        page.evaluate("document.body = kept");

        visitor.sees("And then?");
        assertThat(page.locator("taros-chat").count()).isEqualTo(1);
        assertThat(page.evaluate("Taros.isOpen()")).isEqualTo(true);
    }

    /** 400 kbit a second, and 400 ms before anything comes. */
    @Test
    void opensOnceOnASlowLineHoweverOftenItIsAsked(Page page) {
        var line = page.context().newCDPSession(page);
        line.send("Network.enable");
        var slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 400);
        slow.addProperty("downloadThroughput", 50_000);
        slow.addProperty("uploadThroughput", 50_000);
        line.send("Network.emulateNetworkConditions", slow);
        host.body(
                "<script>(window.Taros ??= []).push(['on', 'open', () => window.opened = (window.opened ?? 0) + 1])</script>"
                        + HostPage.snippet(installation));
        var visitor = new Visitor(page).visits(host);

        for (var press = 0; press < 3; press++) {
            visitor.launcher().click();
        }
        visitor.message().waitFor();
        visitor.asks("Returns?").sees("2 sources");

        assertThat(page.evaluate("opened")).isEqualTo(1);
        assertThat(installation.requestsTo("GET", "/chat.js")).hasSize(1);
        assertThat(installation.conversations).hasSize(1);
    }

    private static Object looks(Page page) {
        page.waitForTimeout(0);
        return page.evaluate(
                """
                () => {
                  const root = document.querySelector("taros-chat").shadowRoot;
                  return JSON.stringify([".launcher", ".panel", ".welcome h2", ".composer textarea"].map(name => {
                    const element = root.querySelector(name);
                    element.getAnimations().forEach(animation => animation.finish());
                    const { width, height } = element.getBoundingClientRect();
                    const { color, fontSize, opacity, visibility, borderTopWidth } = getComputedStyle(element);
                    return [name, width, height, color, fontSize, opacity, visibility, borderTopWidth];
                  }));
                }
                """);
    }
}
