package io.taros.journey;

import com.sun.net.httpserver.HttpExchange;
import io.taros.platform.fetch.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * The website of a small business: five pages to read, one of them slow to come, one link that
 * leads nowhere and one page that robots are asked not to read.
 */
final class KayakSite implements AutoCloseable {
    private static final String PAGE =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head><body>
            <nav><a href="/">Start</a> <a href="/delivery">Delivery</a> <a href="/returns">Returns</a>
            <a href="/hire">Hire</a> <a href="/summer-sale">Summer sale</a> <a href="/staff">Staff</a>
            <a href="/repairs">Repairs</a></nav>
            <main><h1>%1$s</h1>%2$s</main></body></html>
            """;

    private final TestSite site = new TestSite();
    private final CountDownLatch isPatient = new CountDownLatch(1);

    KayakSite() {
        site.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /staff\n")
                .html(
                        "/",
                        page(
                                "Harbour Kayaks",
                                "<p>We build, sell and hire out kayaks in the old harbour. The shop is open"
                                        + " every day from nine to six in summer.</p>"))
                .html(
                        "/delivery",
                        page(
                                "Delivery",
                                "<p>Delivery of a kayak takes five working days and costs 39 euros. We call"
                                        + " you the day before the van comes.</p>"))
                .html(
                        "/returns",
                        page(
                                "Returns",
                                "<p>An unused kayak can be returned within 30 days. The refund arrives on"
                                        + " your account within a week.</p>"))
                .html(
                        "/hire",
                        page(
                                "Hire",
                                "<p>Hiring a kayak costs 25 euros a day, paddle and life jacket"
                                        + " included.</p>"))
                .html("/staff", page("Staff", "<p>The alarm code is on the fridge.</p>"))
                .on("/repairs", this::comeSlowly);
    }

    String address() {
        return site.url("/");
    }

    /** The slow page comes at last. */
    void hurry() {
        isPatient.countDown();
    }

    @Override
    public void close() {
        hurry();
        site.close();
    }

    /** Answers at once and takes its time with the words, until it is told to hurry. */
    private void comeSlowly(HttpExchange exchange) throws IOException {
        var page =
                page(
                        "Repairs",
                        "<p>A cracked hull is mended in our workshop within two weeks.</p>");
        var begin = page.indexOf("<main>");
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            body.write(page.substring(0, begin).getBytes(StandardCharsets.UTF_8));
            body.flush();
            isPatient.await();
            body.write(page.substring(begin).getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String page(String title, String body) {
        return PAGE.formatted(title, body);
    }
}
