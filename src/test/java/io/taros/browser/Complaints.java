package io.taros.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the pages of a context complained of: errors on the console, refusals of a content security
 * policy among them, and exceptions that nobody caught.
 */
public final class Complaints {
    private final BrowserContext context;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> forgiven = new ArrayList<>();

    private Complaints(BrowserContext context) {
        this.context = context;
    }

    /** Hears everything from now on. */
    public static Complaints of(BrowserContext context) {
        var complaints = new Complaints(context);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isOfAPageThatWasLeft(message.text())) {
                complaints.heard.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.heard.add("not caught: " + error.error()));
        return complaints;
    }

    /** What was being asked when somebody went on to another page; what fails says sendError. */
    private static boolean isOfAPageThatWasLeft(String message) {
        return message.startsWith("htmx:sendAbort") || message.startsWith("htmx:afterRequest");
    }

    /** What a journey provokes on purpose, such as going offline. */
    public void forgive(String part) {
        forgiven.add(part);
    }

    /** Asks every open page for an answer first, so that nothing it said is still on its way. */
    public List<String> unforgiven() {
        context.pages().stream().filter(page -> !page.isClosed()).forEach(Complaints::settle);
        return heard.stream()
                .filter(complaint -> forgiven.stream().noneMatch(complaint::contains))
                .toList();
    }

    private static void settle(Page page) {
        page.evaluate("() => new Promise(resolve => setTimeout(resolve))");
    }
}
