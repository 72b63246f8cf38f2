package io.taros;

import io.taros.organization.Keepers.Keeper;
import io.taros.partner.ClientFigures.Figures;
import io.taros.partner.web.ClientPage;
import io.taros.partner.web.OwnPartnerPage;
import io.taros.partner.web.PartnerPage;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a partner sees of its clients, and a client of its partner. */
final class SamplePartner {
    private static final String LONG =
            "The Copenhagen Harbour Company for Wool, Yarn and Knitted Goods of All Seasons";
    private static final PartnerPage.Row CLIENT =
            row("Tidewater", false, false, new Figures(1_204, 2_012, 2_340, 4));
    private static final PartnerPage.Row SUSPENDED = row(LONG, true, false, Figures.NONE);
    private static final PartnerPage.Row REFUSING = row("Kelp & Co", false, true, Figures.NONE);

    private SamplePartner() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put("partner-empty", new PartnerPage(List.of(), "", "", FormErrors.NONE));
        views.put(
                "partner",
                new PartnerPage(
                        List.of(CLIENT, SUSPENDED, REFUSING),
                        "",
                        "help@fjord.example",
                        FormErrors.NONE));
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
        views.put("own-partner", own(false, true));
        views.put("own-partner-refused", own(true, false));
        return views;
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
                new ClientPage.Draft("", "5", "", true, false),
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
