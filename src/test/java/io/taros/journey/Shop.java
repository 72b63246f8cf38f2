package io.taros.journey;

import io.taros.platform.fetch.TestSite;

/** Somebody's website on an origin of its own, with the line that puts the widget there. */
final class Shop implements AutoCloseable {
    private static final String PAGE =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Glass from the fjord</title><link rel="icon" href="data:,">
            <style>:root { color-scheme: light dark }</style></head>
            <body><main><h1>Glass from the fjord</h1><p>Blown by hand, one at a time.</p></main>
            <script async src="%s" data-bot="%s"></script></body></html>
            """;

    private final TestSite site = new TestSite();

    String origin() {
        return "http://127.0.0.1:" + site.port();
    }

    String address() {
        return origin() + "/";
    }

    void embeds(Installation taros, Installation.Bot bot) {
        site.html("/", PAGE.formatted(taros.url("/widget.js"), bot.publicKey()));
    }

    @Override
    public void close() {
        site.close();
    }
}
