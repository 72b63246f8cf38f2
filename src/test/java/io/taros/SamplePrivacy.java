package io.taros;

import io.taros.account.Closing;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.privacy.web.AccountClosedPage;
import io.taros.privacy.web.AccountClosingPage;
import io.taros.privacy.web.ClosedPage;
import io.taros.privacy.web.ClosingPage;
import io.taros.privacy.web.RetentionPage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages about what is closed and erased, in the states that look different. */
final class SamplePrivacy {
    private static final String LONG =
            "Sankt Jørgens Højskoles Forlags- og Undervisningsmaterialeselskab med begrænset ansvar";
    private static final String EMAIL = "freja@tidewater.example";
    private static final Closing CLOSING =
            new Closing(
                    Instant.parse("2026-11-27T10:00:00Z"), Instant.parse("2027-02-25T10:00:00Z"));

    private SamplePrivacy() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put("closing", new ClosingPage("Tidewater", 90, null, FormErrors.NONE));
        views.put(
                "closing-wrong",
                new ClosingPage(
                        LONG, 90, null, FormErrors.NONE.text("name", "privacy.input.name")));
        views.put(
                "closing-held",
                new ClosingPage("Tidewater", 90, "partner.input.has-clients", FormErrors.NONE));
        views.put("closed", new ClosedPage("Tidewater", CLOSING, false, true, FormErrors.NONE));
        views.put(
                "closed-wrong",
                new ClosedPage(
                        LONG,
                        CLOSING,
                        false,
                        true,
                        FormErrors.NONE.text("name", "privacy.input.name")));
        views.put(
                "closed-member",
                new ClosedPage("Tidewater", CLOSING, false, false, FormErrors.NONE));
        views.put(
                "closed-erasing",
                new ClosedPage("Tidewater", CLOSING, true, true, FormErrors.NONE));
        views.put("account-closing", new AccountClosingPage(EMAIL, 90, List.of(), FormErrors.NONE));
        views.put(
                "account-closing-owner",
                new AccountClosingPage(EMAIL, 90, List.of("Tidewater", LONG), FormErrors.NONE));
        views.put("account-closed", new AccountClosedPage(EMAIL, CLOSING, false, FormErrors.NONE));
        views.put(
                "account-closed-erasing",
                new AccountClosedPage(EMAIL, CLOSING, true, FormErrors.NONE));
        retention(views);
        return views;
    }

    private static void retention(Map<String, View> views) {
        var form = new RetentionPage.Form("conversations", "90", "", 1, 90, 730, 12);
        var fixed =
                List.of(
                        new RetentionPage.Fixed("idempotency-keys", Duration.ofHours(24)),
                        new RetentionPage.Fixed("invitations", Duration.ofDays(30)),
                        new RetentionPage.Fixed("staff-accesses", Duration.ofDays(365)));
        views.put(
                "retention",
                new RetentionPage(
                        List.of(form),
                        fixed,
                        List.of(
                                new RetentionPage.Receipt(
                                        4_211, CLOSING.closedAt(), "conversations", 1_204),
                                new RetentionPage.Receipt(
                                        4_102, CLOSING.closedAt(), "invitations", 1)),
                        FormErrors.NONE));
        views.put(
                "retention-wrong",
                new RetentionPage(
                        List.of(
                                new RetentionPage.Form(
                                        "conversations", "1000", "why", 1, 90, 730, 0)),
                        fixed,
                        List.of(),
                        FormErrors.NONE
                                .text("days", "privacy.input.days", 1, 730)
                                .text("reason", "privacy.input.reason", 90, 10, 500)));
    }
}
