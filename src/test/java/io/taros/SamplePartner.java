package io.taros;

import io.taros.organization.Keepers.Keeper;
import io.taros.partner.ClientFigures.Figures;
import io.taros.partner.web.BrandPage;
import io.taros.partner.web.BrandPage.Sender;
import io.taros.partner.web.BrandPreview;
import io.taros.partner.web.ClientPage;
import io.taros.partner.web.DomainPage;
import io.taros.partner.web.DomainPage.Looked;
import io.taros.partner.web.DomainPage.Wanted;
import io.taros.partner.web.OwnPartnerPage;
import io.taros.partner.web.PartnerPage;
import io.taros.partner.web.SenderPage;
import io.taros.platform.web.Accent;
import io.taros.platform.web.Brand;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a partner sees of its clients, and a client of its partner. */
final class SamplePartner {
    private static final String LONG =
            "The Copenhagen Harbour Company for Wool, Yarn and Knitted Goods of All Seasons";

    /** What a partner might make of the product. */
    static final Brand NAMED =
            new Brand(
                    "Fjord Chat",
                    "/icon/taros.svg",
                    new Accent("#1f6f78"),
                    "Fjord Chat",
                    "help@fjord.example",
                    "chat.fjord.example",
                    new io.taros.platform.mail.Sender("Fjord Chat", "help@fjord.example", true));

    /** As long as may be, in a colour nobody can read. */
    static final Brand ODD =
            new Brand(
                    "Copenhagen Harbour Conversations for Wool and Knitted Goods ™",
                    null,
                    new Accent("#ffe600"),
                    null,
                    null,
                    null,
                    null);

    private static final PartnerPage.Row CLIENT =
            row("Tidewater", false, false, new Figures(1_204, 2_012, 2_340, 4));
    private static final PartnerPage.Row SUSPENDED = row(LONG, true, false, Figures.NONE);
    private static final PartnerPage.Row REFUSING = row("Kelp & Co", false, true, Figures.NONE);

    private SamplePartner() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put("partner-empty", new PartnerPage(List.of(), "", FormErrors.NONE));
        views.put(
                "partner",
                new PartnerPage(List.of(CLIENT, SUSPENDED, REFUSING), "", FormErrors.NONE));
        views.put("partner-client", client(CLIENT, true, null, FormErrors.NONE));
        views.put(
                "partner-client-new",
                client(
                        SUSPENDED,
                        false,
                        "https://taros.example/invitations/invitation_9f3sQnV0cZxL4tYw7RmBkA_2pHdUeXo8iJ5gT6vNy",
                        FormErrors.NONE
                                .text("form", "partner.input.suspended")
                                .text("email", "account.input.email")
                                .text("seats", "organization.input.cap", 10_000)));
        views.put("partner-client-refuses", client(REFUSING, true, null, FormErrors.NONE));
        views.put("partner-brand", brand("", false, Sender.State.NONE, Brand.OWN));
        views.put("partner-brand-set", brand("#1f6f78", true, Sender.State.PROVEN, NAMED));
        views.put("partner-brand-odd", brand("#ffe600", false, Sender.State.WAITING, ODD));
        views.put(
                "partner-brand-wrong",
                new BrandPage(
                        new BrandPage.Draft("", "yellow", "", "help", true),
                        new Sender("", "nowhere", true, Sender.State.NONE),
                        new BrandPreview(NAMED),
                        false,
                        false,
                        FormErrors.NONE
                                .text("name", "partner.brand.name.wrong", 60)
                                .text("logo", "partner.brand.logo.none")
                                .text("accent", "platform.colour.wrong")
                                .text("powered", "partner.brand.powered.wrong")
                                .text("contact", "account.input.email")
                                .text("senderName", "partner.brand.name.wrong", 60)
                                .text("senderEmail", "account.input.email")));
        views.put("partner-brand-preview", new BrandPreview(ODD));
        views.put("partner-domain", domain(null, Looked.NOT, FormErrors.NONE));
        views.put(
                "partner-domain-waiting",
                domain(
                        wanted("chat.the-copenhagen-harbour-company-for-wool.example", false),
                        Looked.ABSENT,
                        FormErrors.NONE.text("domain", "partner.domain.wrong")));
        views.put(
                "partner-domain-silent",
                domain(
                        new Wanted(
                                "chat.fjord.example",
                                "taros.example",
                                "_taros.chat.fjord.example",
                                "taros-verification=9f3sQnV0cZxL4tYw7RmBkA2pHdUeXo8i",
                                SampleViews.NOW.minus(Duration.ofDays(9)),
                                null,
                                SampleViews.NOW.minus(Duration.ofDays(2)),
                                "https://chat.fjord.example/sign-in"),
                        Looked.NOT,
                        FormErrors.NONE));
        views.put(
                "partner-domain-served",
                domain(wanted("chat.fjord.example", true), Looked.SILENT, FormErrors.NONE));
        for (var state : SenderPage.State.values()) {
            views.put(
                    "partner-sender-" + state.name().toLowerCase(Locale.ROOT),
                    new SenderPage(state, "/sender/x", LONG, "help@fjord.example"));
        }
        views.put("own-partner", own(false, true));
        views.put("own-partner-refused", own(true, false));
        return views;
    }

    private static BrandPage brand(
            String accent, boolean hasLogo, Sender.State state, Brand brand) {
        return new BrandPage(
                new BrandPage.Draft(
                        brand.isOwn() ? "" : brand.name(),
                        accent,
                        "OWN",
                        "help@fjord.example",
                        hasLogo),
                new Sender(
                        state == Sender.State.NONE ? "" : "Fjord Chat",
                        state == Sender.State.NONE ? "" : "help@fjord.example",
                        state == Sender.State.PROVEN,
                        state),
                new BrandPreview(brand),
                state != Sender.State.NONE,
                false,
                FormErrors.NONE);
    }

    private static DomainPage domain(Wanted wanted, Looked looked, FormErrors errors) {
        return new DomainPage(errors.isEmpty() ? "" : "nowhere", wanted, looked, errors);
    }

    private static Wanted wanted(String domain, boolean isServed) {
        return new Wanted(
                domain,
                "taros.example",
                "_taros." + domain,
                "taros-verification=9f3sQnV0cZxL4tYw7RmBkA2pHdUeXo8i",
                isServed ? SampleViews.NOW.minus(Duration.ofDays(9)) : null,
                isServed ? SampleViews.NOW.minus(Duration.ofDays(1)) : null,
                null,
                isServed ? "https://" + domain + "/sign-in" : null);
    }

    private static PartnerPage.Row row(
            String name, boolean isSuspended, boolean refuses, Figures figures) {
        return new PartnerPage.Row(
                SampleViews.ROBIN, name, isSuspended, refuses, 4, refuses ? 5 : null, 2, figures);
    }

    private static ClientPage client(
            PartnerPage.Row client, boolean hasOwner, String link, FormErrors errors) {
        return new ClientPage(
                client,
                hasOwner,
                false,
                new ClientPage.Draft("", "5", "", "2500", true, false),
                link,
                errors);
    }

    private static OwnPartnerPage own(boolean refuses, boolean mayDecide) {
        return new OwnPartnerPage(
                "Tidewater",
                new Keeper(refuses ? LONG : "Fjord & Thread Digital", "help@fjord.example"),
                SampleViews.NOW.minus(Duration.ofDays(90)),
                refuses,
                mayDecide);
    }
}
