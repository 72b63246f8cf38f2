package io.taros;

import static io.taros.SampleViews.ROBIN;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.conversation.Lead;
import io.taros.conversation.Sought;
import io.taros.organization.BotNames;
import io.taros.platform.retention.Hold;
import io.taros.platform.rights.HeldRecord;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalRecords.Kind;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.rights.ErasureReceipt;
import io.taros.rights.PersonHoldings;
import io.taros.rights.RequestDesk;
import io.taros.rights.SelfServiceDays;
import io.taros.rights.SubjectExport;
import io.taros.rights.SubjectRequest;
import io.taros.rights.SubjectRequest.Outcome;
import io.taros.rights.web.AccountDataPage;
import io.taros.rights.web.LegalHoldsPage;
import io.taros.rights.web.SubjectRequestPage;
import io.taros.rights.web.SubjectRequestsPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages about what people ask, in the states that look different. */
final class SampleRights {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
    private static final String EMAIL = "freja.kierkegaard-rasmussen@tidewater.example";
    private static final SelfServiceDays.Times SERVED =
            new SelfServiceDays.Times(LocalDate.parse("2025-11-27"), 214, 38);
    private static final ErasureReceipt RECEIPT =
            new ErasureReceipt(
                    Map.of(
                            "conversation",
                            3L,
                            "message",
                            41L,
                            "lead",
                            2L,
                            "rating",
                            1L,
                            "visitor_identity",
                            1L,
                            "golden_question",
                            1L,
                            "golden_result",
                            12L),
                    0,
                    null,
                    52,
                    Map.of());

    private static final List<BotNames.Named> BOTS =
            List.of(
                    new BotNames.Named(new UUID(0, 1), "Robin"),
                    new BotNames.Named(new UUID(0, 2), "Tidewater support, Danish"));

    private SampleRights() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        var draft = new SubjectRequestsPage.Draft("ACCESS", "EMAIL", "", "", "2026-11-27");
        views.put(
                "requests-empty",
                new SubjectRequestsPage(
                        List.of(),
                        new SelfServiceDays.Times(LocalDate.parse("2025-11-27"), 0, 0),
                        List.of(),
                        TODAY,
                        draft,
                        FormErrors.NONE));
        views.put(
                "requests",
                new SubjectRequestsPage(register(), SERVED, BOTS, TODAY, draft, FormErrors.NONE));
        views.put(
                "requests-wrong",
                new SubjectRequestsPage(
                        register(),
                        SERVED,
                        BOTS,
                        TODAY,
                        new SubjectRequestsPage.Draft("ERASURE", "PHONE", "12", "", "soon"),
                        FormErrors.NONE
                                .text("value", "conversation.input.sought.PHONE")
                                .text("received", "rights.input.received")));
        request(views);
        holds(views);
        views.put("account-data", new AccountDataPage());
        return views;
    }

    private static void request(Map<String, View> views) {
        var open = open(14, SubjectRequest.Kind.ERASURE, "2026-11-20", null, null);
        views.put("request", page(open, found(0), export(NOW), FormErrors.NONE, ""));
        views.put(
                "request-wrong",
                page(
                        open,
                        found(1),
                        null,
                        FormErrors.NONE.text("confirm", "rights.input.confirm"),
                        "erasure"));
        views.put(
                "request-restricted",
                page(
                        open(15, SubjectRequest.Kind.RESTRICTION, "2026-11-12", null, null),
                        found(0),
                        null,
                        FormErrors.NONE.text("told", "rights.input.told"),
                        "restriction"));
        views.put("request-nobody", page(open, nobody(), null, FormErrors.NONE, ""));
        views.put(
                "request-erasing",
                page(
                        open(14, SubjectRequest.Kind.ERASURE, "2026-11-20", NOW, null),
                        found(0),
                        null,
                        FormErrors.NONE,
                        ""));
        views.put(
                "request-held",
                page(
                        open(
                                14,
                                SubjectRequest.Kind.ERASURE,
                                "2026-11-20",
                                null,
                                new ErasureReceipt(
                                        Map.of("conversation", 2L, "message", 12L),
                                        1,
                                        Instant.parse("2027-06-30T22:00:00Z"),
                                        52,
                                        Map.of("invitation", 1L))),
                        found(1),
                        null,
                        FormErrors.NONE,
                        ""));
        views.put("request-done", page(closed(12, Outcome.DONE), null, null, FormErrors.NONE, ""));
    }

    private static void holds(Map<String, View> views) {
        var draft = new LegalHoldsPage.Draft("ALL", "", "");
        views.put(
                "holds-empty",
                new LegalHoldsPage(List.of(), Set.of(), List.of(), NOW, draft, FormErrors.NONE));
        views.put(
                "holds",
                new LegalHoldsPage(
                        List.of(
                                new Hold(
                                        new Hold.Id(new UUID(0, 1)),
                                        false,
                                        3,
                                        "Claim 17/2026 before the district court of Copenhagen about a parcel that was said to be delivered.",
                                        null,
                                        NOW,
                                        Instant.parse("2027-06-30T22:00:00Z"),
                                        null),
                                new Hold(
                                        new Hold.Id(new UUID(0, 2)),
                                        true,
                                        0,
                                        "Inspection of the authority.",
                                        null,
                                        NOW,
                                        Instant.parse("2027-01-31T23:00:00Z"),
                                        NOW)),
                        Set.of(new Hold.Id(new UUID(0, 1))),
                        register(),
                        NOW,
                        new LegalHoldsPage.Draft("ALL", "short", "2020-01-01"),
                        FormErrors.NONE
                                .text("reason", "rights.input.hold-reason", 10, 500)
                                .text("until", "rights.input.hold-until", 5)));
    }

    private static List<SubjectRequest> register() {
        return List.of(
                open(11, SubjectRequest.Kind.ACCESS, "2026-10-20", null, null),
                open(13, SubjectRequest.Kind.CORRECTION, "2026-11-02", null, null),
                open(14, SubjectRequest.Kind.ERASURE, "2026-11-20", NOW, null),
                open(15, SubjectRequest.Kind.OBJECTION, "2026-11-26", null, null),
                closed(12, Outcome.DONE),
                closed(10, Outcome.NOT_PROVEN));
    }

    private static SubjectRequest open(
            int number,
            SubjectRequest.Kind kind,
            String received,
            @Nullable Instant erasing,
            @Nullable ErasureReceipt receipt) {
        var day = LocalDate.parse(received);
        return new SubjectRequest(
                new SubjectRequest.Id(new UUID(0, number)),
                number,
                kind,
                Sought.By.EMAIL,
                new Sought(Sought.By.EMAIL, EMAIL),
                day,
                day.plusMonths(1),
                null,
                NOW,
                null,
                erasing,
                kind == SubjectRequest.Kind.RESTRICTION ? NOW : null,
                receipt,
                null);
    }

    private static SubjectRequest closed(int number, Outcome outcome) {
        var day = LocalDate.parse("2026-11-01");
        return new SubjectRequest(
                new SubjectRequest.Id(new UUID(0, number)),
                number,
                SubjectRequest.Kind.ERASURE,
                Sought.By.PHONE,
                null,
                day,
                day.plusMonths(3),
                SubjectRequest.Extension.COMPLEX,
                NOW,
                null,
                NOW,
                null,
                outcome == Outcome.DONE ? RECEIPT : null,
                new SubjectRequest.Closing(outcome, NOW, null));
    }

    private static SubjectExport export(Instant now) {
        return new SubjectExport(
                new SubjectExport.Id(new UUID(0, 1)),
                new SubjectRequest.Id(new UUID(0, 14)),
                now,
                now.plusSeconds(500_000),
                now,
                null,
                null,
                120_000);
    }

    private static RequestDesk.Found nobody() {
        return new RequestDesk.Found(
                new Person(List.of(), Set.of(EMAIL)), List.of(), List.of(), 0, null, List.of());
    }

    private static RequestDesk.Found found(int held) {
        var one = new UUID(0, 1);
        return new RequestDesk.Found(
                new Person(List.of(one, new UUID(0, 2), new UUID(0, 3)), Set.of(EMAIL)),
                List.of(
                        of(
                                "conversations",
                                3,
                                "Robin",
                                "bot",
                                "da",
                                "https://tidewater.example/levering"),
                        of(
                                "messages",
                                41,
                                one.toString(),
                                "visitor",
                                "Hvor er min pakke? Jeg har ventet i to uger nu, og sporingen siger stadig, at den ligger på terminalen i Taulov, selv om kvitteringen siger noget andet."),
                        of("contact-details", 2, one.toString(), "Freja Kierkegaard", EMAIL),
                        of("identities", 0),
                        of("golden-questions", 1, "Hvor er min pakke?")),
                List.of(
                        new Lead(
                                new Lead.Id(one),
                                new Conversation.Id(one),
                                new Bot.Id(ROBIN),
                                Lead.Given.of(
                                        new Lead.Contact("Freja Kierkegaard", EMAIL, null, null)),
                                NOW)),
                held,
                held == 0 ? null : Instant.parse("2027-06-30T22:00:00Z"),
                List.of(new Sought(Sought.By.IDENTITY, "customer-4711")));
    }

    private static PersonHoldings.Of of(String kind, long count, String... values) {
        return new PersonHoldings.Of(
                new Kind(kind, List.of(values), (_, _) -> {}),
                count,
                values.length == 0
                        ? List.of()
                        : List.of(HeldRecord.of(new UUID(0, 9), NOW, (Object[]) values)));
    }

    private static SubjectRequestPage page(
            SubjectRequest request,
            RequestDesk.@Nullable Found found,
            @Nullable SubjectExport export,
            FormErrors errors,
            String refused) {
        return new SubjectRequestPage(request, found, export, 3, NOW, TODAY, true, errors, refused);
    }
}
