package io.taros;

import io.taros.account.Closing;
import io.taros.platform.crypto.KeyRenewal;
import io.taros.platform.datamap.Category;
import io.taros.platform.datamap.Place;
import io.taros.platform.datamap.Protection;
import io.taros.platform.datamap.Purpose;
import io.taros.platform.datamap.Subject;
import io.taros.platform.retention.Ending;
import io.taros.platform.retention.Term;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.privacy.Processing;
import io.taros.privacy.web.AccountClosedPage;
import io.taros.privacy.web.AccountClosingPage;
import io.taros.privacy.web.ClosedPage;
import io.taros.privacy.web.ClosingPage;
import io.taros.privacy.web.EncryptionPage;
import io.taros.privacy.web.PrivacyPage;
import io.taros.privacy.web.RecordPage;
import io.taros.privacy.web.RetentionPage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

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
        views.put("record", record());
        views.put(
                "privacy",
                new PrivacyPage(
                        record().processings(),
                        List.of("audit-log.jsonl", "outbound-data.csv", "retention.csv")));
        encryption(views);
        return views;
    }

    private static RecordPage record() {
        var end = new Processing.End("privacy.kept.conversations", 90);
        return new RecordPage(
                List.of(
                        new Processing(
                                Purpose.CONVERSATIONS,
                                List.of(Subject.VISITOR),
                                List.of(
                                        new Processing.Holding(
                                                "conversation",
                                                Place.TABLE,
                                                lies(
                                                        Protection.CLEAR,
                                                        Category.CREDENTIAL,
                                                        Category.TECHNICAL),
                                                end,
                                                OptionalLong.of(1_204)),
                                        new Processing.Holding(
                                                "message",
                                                Place.TABLE,
                                                lies(
                                                        Protection.SEALED,
                                                        Category.CONVERSATION,
                                                        Category.ACTIVITY),
                                                end,
                                                OptionalLong.of(100_001)),
                                        new Processing.Holding(
                                                "taros",
                                                Place.BROWSER,
                                                lies(Protection.CLEAR, Category.CREDENTIAL),
                                                new Processing.End("privacy.map.for-days", 90),
                                                OptionalLong.empty()))),
                        new Processing(
                                Purpose.KNOWLEDGE,
                                List.of(Subject.MEMBER, Subject.NAMED),
                                List.of(
                                        new Processing.Holding(
                                                "Sources",
                                                Place.FILE,
                                                lies(Protection.SEALED, Category.KNOWLEDGE),
                                                new Processing.End("privacy.map.until-erased", 0),
                                                OptionalLong.empty())))));
    }

    private static Map<Protection, Set<Category>> lies(Protection how, Category... what) {
        return Map.of(how, new TreeSet<>(List.of(what)));
    }

    private static void encryption(Map<String, View> views) {
        var year = Duration.ofDays(365);
        views.put(
                "encryption",
                new EncryptionPage(new KeyRenewal.State(3, CLOSING.closedAt(), null), year));
        views.put(
                "encryption-under-way",
                new EncryptionPage(
                        new KeyRenewal.State(4, CLOSING.closedAt(), CLOSING.closedAt()),
                        Duration.ZERO));
        views.put("encryption-none", new EncryptionPage(null, year));
    }

    private static final Term CHATS =
            new Term(
                    Duration.ofDays(90),
                    Duration.ofDays(1),
                    Duration.ofDays(90),
                    Duration.ofDays(730));

    private static void retention(Map<String, View> views) {
        var endings = List.of(Ending.values());
        var form =
                new RetentionPage.Form(
                        "conversations", CHATS, "90", "", endings, "ANONYMISATION", 12, false);
        var year = Duration.ofDays(365);
        var log =
                new RetentionPage.Form(
                        "audit-log",
                        new Term(year, year, year.multipliedBy(2), year.multipliedBy(2)),
                        "365",
                        "",
                        List.of(Ending.DELETION),
                        "DELETION",
                        0,
                        false);
        var fixed =
                List.of(
                        new RetentionPage.Fixed("idempotency-keys", Duration.ofHours(24)),
                        new RetentionPage.Fixed("invitations", Duration.ofDays(30)),
                        new RetentionPage.Fixed("staff-accesses", Duration.ofDays(365)));
        views.put(
                "retention",
                new RetentionPage(
                        List.of(form, log),
                        fixed,
                        List.of(
                                new RetentionPage.Receipt(
                                        4_211, CLOSING.closedAt(), "conversations", true, 1_204),
                                new RetentionPage.Receipt(
                                        4_102, CLOSING.closedAt(), "invitations", false, 1)),
                        true,
                        FormErrors.NONE));
        views.put(
                "retention-wrong",
                new RetentionPage(
                        List.of(
                                new RetentionPage.Form(
                                        "conversations",
                                        CHATS,
                                        "1000",
                                        "why",
                                        endings,
                                        "DELETION",
                                        0,
                                        true),
                                log),
                        fixed,
                        List.of(),
                        false,
                        FormErrors.NONE
                                .text("days", "privacy.input.days", 1, 730)
                                .text("reason", "privacy.input.reason", 90, 10, 500)));
    }
}
