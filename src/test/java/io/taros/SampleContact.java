package io.taros;

import io.taros.account.web.Puzzle;
import io.taros.contact.ContactMessage;
import io.taros.contact.web.ContactPage;
import io.taros.contact.web.ContactPage.Draft;
import io.taros.contact.web.ContactSentPage;
import io.taros.contact.web.MessagePage;
import io.taros.contact.web.MessagesPage;
import io.taros.contact.web.MessagesPage.Which;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contact form, and what staff sees of it. */
final class SampleContact {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String TEXT =
            """
            Hello,

            our shop in Hvide Sande would like to know whether two websites may share one bot, and what happens to
            the conversations of the old one: https://www.a-shop-with-a-very-long-address.example/about/us/and/our/boats

            Best regards
            Ada\
            """;

    private SampleContact() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put(
                "contact", new ContactPage("Fjord ApS", true, Draft.EMPTY, null, FormErrors.NONE));
        views.put(
                "contact-unmailed",
                new ContactPage(null, false, Draft.EMPTY, null, FormErrors.NONE));
        views.put(
                "contact-wrong",
                new ContactPage(
                        "Fjord ApS",
                        true,
                        new Draft("", "freja", "Hi"),
                        null,
                        FormErrors.NONE
                                .text("name", "contact.input.name", 120)
                                .text("email", "account.input.email")
                                .text("text", "contact.input.text", 10, 5_000)));
        views.put(
                "contact-puzzle",
                new ContactPage(
                        null,
                        true,
                        new Draft("Ada Lund", "ada@tidewater.example", TEXT),
                        new Puzzle("SHA-256", "ab", "salt", "cd", 60_000),
                        FormErrors.NONE.text("form", "contact.puzzle")));
        views.put("contact-sent", new ContactSentPage(true));
        views.put("contact-sent-kept", new ContactSentPage(false));
        staff(views);
        return views;
    }

    private static void staff(Map<String, View> views) {
        var ada = message("Ada Lund", "ada@tidewater.example", SampleViews.NOW, null);
        var closed =
                message(
                        "Freja Holm-Vestergaard af den Vestlige Havn",
                        "freja.holm-vestergaard.from.the.western.harbour@fjordthread.example",
                        null,
                        SampleViews.NOW.minus(Duration.ofDays(2)));
        views.put(
                "staff-messages",
                new MessagesPage(
                        List.of(ada, closed), Which.OPEN, ada.id().value(), "", FormErrors.NONE));
        views.put(
                "staff-messages-none",
                new MessagesPage(List.of(), Which.OPEN, null, "", FormErrors.NONE));
        views.put(
                "staff-messages-closed-none",
                new MessagesPage(List.of(), Which.CLOSED, null, "", FormErrors.NONE));
        views.put(
                "staff-messages-found",
                new MessagesPage(
                        List.of(closed, closed),
                        Which.FOUND,
                        null,
                        closed.email(),
                        FormErrors.NONE.text("confirm", "contact.input.confirm")));
        views.put(
                "staff-messages-found-none",
                new MessagesPage(
                        List.of(), Which.FOUND, null, "ada@tidewater.example", FormErrors.NONE));
        views.put("staff-message", new MessagePage(ada, FormErrors.NONE));
        views.put(
                "staff-message-closed",
                new MessagePage(closed, FormErrors.NONE.text("confirm", "contact.input.confirm")));
    }

    private static ContactMessage message(
            String name, String email, @Nullable Instant told, @Nullable Instant closed) {
        var received = SampleViews.NOW.minus(Duration.ofDays(3));
        return new ContactMessage(
                new ContactMessage.Id(SampleViews.ROBIN),
                name,
                email,
                TEXT,
                "da",
                received,
                told,
                closed,
                closed == null ? received.plus(YEAR).plus(YEAR) : closed.plus(YEAR));
    }
}
