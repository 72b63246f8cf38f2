package io.taros;

import io.taros.account.web.ProviderButton;
import io.taros.platform.security.Role;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.signon.web.DomainsPage;
import io.taros.signon.web.DomainsPage.State;
import io.taros.signon.web.ProviderPage;
import io.taros.signon.web.SingleSignOnPage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages about domains and single sign-on. */
final class SampleSignOn {
    private static final String CALLBACK =
            "https://taros.example/sign-in/with/019a0000-0000-7000-8000-0000000000a1/answer";
    private static final List<Role> ROLES =
            List.of(Role.EDITOR, Role.AGENT, Role.ANALYST, Role.BILLING);

    private SampleSignOn() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put(
                "domains",
                new DomainsPage(
                        Arrays.stream(State.values()).map(SampleSignOn::row).toList(),
                        ROLES,
                        Role.AGENT,
                        "",
                        FormErrors.NONE));
        views.put(
                "domains-none",
                new DomainsPage(
                        List.of(),
                        ROLES,
                        null,
                        "gmail.com",
                        FormErrors.NONE
                                .text("domain", "signon.input.free-mail", "gmail.com")
                                .text("role", "organization.input.role")));
        providers(views);
        views.put("single", new SingleSignOnPage("", null, FormErrors.NONE));
        views.put(
                "single-unknown",
                new SingleSignOnPage(
                        "ada@nowhere.example",
                        null,
                        FormErrors.NONE.text("email", "signon.input.no-provider")));
        views.put(
                "single-only",
                new SingleSignOnPage("", new ProviderButton("key", "Tidewater"), FormErrors.NONE));
        return views;
    }

    private static void providers(Map<String, View> views) {
        views.put("provider-none", provider(null, List.of(), false, FormErrors.NONE));
        views.put(
                "provider-works",
                provider(
                        new ProviderPage.Standing("OFFERED", SampleViews.NOW, null),
                        List.of("tidewater.example", "warehouse.copenhagen.example"),
                        true,
                        FormErrors.NONE));
        views.put(
                "provider-wrong",
                provider(
                        new ProviderPage.Standing("OFF", null, null),
                        List.of("tidewater.example"),
                        false,
                        FormErrors.NONE
                                .text("issuer", "signon.input.silent.OTHER_ISSUER")
                                .text("rule", "signon.input.not-tried")));
        for (var error :
                List.of(
                        "invalid_client",
                        "unauthorized_client",
                        "access_denied",
                        "redirect_uri_mismatch",
                        "invalid_scope",
                        "invalid_id_token",
                        "invalid_nonce",
                        "silent",
                        "no_address",
                        "foreign_address",
                        "server_error")) {
            views.put(
                    "provider-" + error.replace('_', '-'),
                    provider(
                            new ProviderPage.Standing("OFF", SampleViews.NOW, error),
                            List.of("tidewater.example"),
                            true,
                            FormErrors.NONE));
        }
    }

    private static ProviderPage provider(
            ProviderPage.@Nullable Standing standing,
            List<String> domains,
            boolean isThereAnotherWayIn,
            FormErrors errors) {
        return new ProviderPage(
                CALLBACK,
                new ProviderPage.Draft("https://login.tidewater.example", "0oa2hl2inow5Uqc6c357"),
                standing,
                domains,
                isThereAnotherWayIn,
                errors);
    }

    private static DomainsPage.Row row(State state) {
        @Nullable Instant checked =
                state == State.WAITING ? null : SampleViews.NOW.minus(Duration.ofHours(2));
        return new DomainsPage.Row(
                UUID.fromString("019a0000-0000-7000-8000-00000000000" + state.ordinal()),
                state.name().toLowerCase(Locale.ROOT) + ".copenhagen-warehouse.example",
                "taros-verification=pHdUeXo8iJ5gT6vNy9f3sQnV0cZxL4tYw7RmBkA2",
                state,
                checked,
                switch (state) {
                    case MISSING, HUSHED, GONE_SILENT -> SampleViews.NOW.plus(Duration.ofDays(5));
                    case WAITING, ABSENT, SILENT, TAKEN, VERIFIED -> null;
                });
    }
}
