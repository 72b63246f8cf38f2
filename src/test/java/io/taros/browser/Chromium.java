package io.taros.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the installed Chromium once per JVM and gives every test its own context, closed after it.
 */
public final class Chromium implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(Chromium.class);
    private static final List<String> USUAL_PLACES =
            List.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable",
                    "/snap/bin/chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Browser.class || type == BrowserContext.class || type == Page.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        if (type == Browser.class) {
            return browser(context);
        }
        return type == Page.class ? page(context) : context(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var opened = context.getStore(NAMESPACE).get(BrowserContext.class, BrowserContext.class);
        if (opened != null) {
            opened.close();
        }
    }

    private static Page page(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Page.class, _ -> context(context).newPage(), Page.class);
    }

    private static BrowserContext context(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        BrowserContext.class,
                        _ -> {
                            var options = new Browser.NewContextOptions().setLocale("en-GB");
                            var opened = browser(context).newContext(options);
                            opened.setDefaultTimeout(10_000);
                            return opened;
                        },
                        BrowserContext.class);
    }

    /** For tests that need more than one person, each with a context of their own. */
    public static Browser browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .browser();
    }

    /** The installed one, for whoever starts it otherwise. */
    public static Path executable() {
        var named = Stream.ofNullable(System.getenv("TAROS_TEST_CHROMIUM"));
        return Stream.concat(named, USUAL_PLACES.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Browser tests need Chromium or Chrome, and none was found. Install"
                                        + " it (Debian: apt install chromium) or name it in the"
                                        + " environment variable TAROS_TEST_CHROMIUM."));
    }

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var options =
                    new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(ARGUMENTS);
            return new Running(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
