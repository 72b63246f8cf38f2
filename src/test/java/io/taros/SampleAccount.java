package io.taros;

import io.taros.account.Sessions.SignedInAt;
import io.taros.account.web.AddressPage;
import io.taros.account.web.AgreementPage;
import io.taros.account.web.CodePage;
import io.taros.account.web.ConfirmPage;
import io.taros.account.web.EnrolmentPage;
import io.taros.account.web.ForgottenPage;
import io.taros.account.web.GoOnPage;
import io.taros.account.web.IdentityPage;
import io.taros.account.web.LeadingOnPage;
import io.taros.account.web.LinkPage;
import io.taros.account.web.LinkedProvider;
import io.taros.account.web.NewPasskeyPage;
import io.taros.account.web.NewsPage;
import io.taros.account.web.NoticePage;
import io.taros.account.web.PasskeyList;
import io.taros.account.web.PasskeyRow;
import io.taros.account.web.PasswordMeter;
import io.taros.account.web.ProfilePage;
import io.taros.account.web.ProofPage;
import io.taros.account.web.ProviderButton;
import io.taros.account.web.QrSquare;
import io.taros.account.web.RecoveryCodesPage;
import io.taros.account.web.RegisterPage;
import io.taros.account.web.ResetPage;
import io.taros.account.web.SecurityPage;
import io.taros.account.web.SessionsPage;
import io.taros.account.web.UnsubscribePage;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Getting in, and one's own account. */
final class SampleAccount {
    private static final String TERMS = "https://fjordthread.example/terms";
    private static final String PRIVACY = "https://fjordthread.example/privacy";
    private static final String LONG =
            "freja.holm-vestergaard@wool-and-yarn.western-harbour.fjordthread.example";

    static final List<ProviderButton> PROVIDERS =
            List.of(
                    new ProviderButton("google", "Google"),
                    new ProviderButton("microsoft", "Microsoft"),
                    new ProviderButton("github", "GitHub"));

    private static final PasskeyList NO_PASSKEYS = new PasskeyList(List.of(), true, false);

    private SampleAccount() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        gettingIn(views);
        ownAccount(views);
        return views;
    }

    private static void gettingIn(Map<String, View> views) {
        views.put(
                "register",
                new RegisterPage("", "", false, TERMS, PRIVACY, PROVIDERS, FormErrors.NONE));
        views.put(
                "register-wrong",
                new RegisterPage(
                        "Freja",
                        "freja",
                        true,
                        TERMS,
                        PRIVACY,
                        List.of(),
                        FormErrors.NONE
                                .required("email", "")
                                .text("password", "account.input.password-tried")
                                .text("age", "account.age.needed")
                                .text("texts", "account.texts.needed")));
        views.put("confirm", new ConfirmPage("token", FormErrors.NONE));
        views.put("forgotten", new ForgottenPage("", FormErrors.NONE));
        views.put("reset", new ResetPage("token", FormErrors.NONE));
        views.put(
                "code",
                new CodePage(true, false, FormErrors.NONE.text("code", "account.code.wrong")));
        views.put("code-passkey", new CodePage(false, true, FormErrors.NONE));
        views.put(
                "code-both",
                new CodePage(true, true, FormErrors.NONE.text("passkey", "account.passkey.late")));
        views.put(
                "proof-passkey",
                new ProofPage(
                        "/settings/api-keys",
                        true,
                        List.of(),
                        ProofPage.Typed.PASSWORD,
                        "{}",
                        List.of(),
                        FormErrors.NONE.text("passkey", "account.passkey.not-yours")));
        views.put(
                "proof-passkey-alone",
                new ProofPage(
                        "/account/security",
                        false,
                        List.of(),
                        ProofPage.Typed.NOTHING,
                        "{}",
                        List.of(),
                        FormErrors.NONE));
        views.put(
                "proof",
                new ProofPage(
                        "/settings/api-keys",
                        true,
                        List.of(new ProofPage.Field("name", "Website <script>alert")),
                        ProofPage.Typed.CODE,
                        null,
                        PROVIDERS,
                        FormErrors.NONE));
        views.put("link", new LinkPage("Google", LONG));
        views.put("go-on", new GoOnPage("google", "Google", "", null));
        views.put(
                "go-on-present",
                new GoOnPage("key", "Tidewater Kayaks and Paddles of Copenhagen", "token", LONG));
        views.put("leading-on", new LeadingOnPage("Tidewater", "https://id.example/?a=b&c=d"));
        views.put(
                "provider-identity",
                new IdentityPage("Google", LONG, "Freja", TERMS, PRIVACY, FormErrors.NONE));
        views.put(
                "provider-identity-wrong",
                new IdentityPage(
                        "GitHub",
                        LONG,
                        "",
                        null,
                        null,
                        FormErrors.NONE.required("name", "").text("age", "account.age.needed")));
        for (var notice : NoticePage.Notice.values()) {
            views.put("notice-" + notice, new NoticePage(notice));
        }
        views.put(
                "address",
                new AddressPage(
                        "token",
                        LONG,
                        false,
                        AddressPage.Proof.PASSWORD,
                        FormErrors.NONE.text("password", "account.address.confirm.wrong")));
        views.put(
                "address-undo",
                new AddressPage("token", LONG, true, AddressPage.Proof.NONE, FormErrors.NONE));
        views.put("agreement", new AgreementPage(TERMS, PRIVACY, FormErrors.NONE));
        views.put("news", new NewsPage("token"));
        views.put("unsubscribe", new UnsubscribePage("token"));
        for (var strength : PasswordMeter.Strength.values()) {
            views.put("meter-" + strength, new PasswordMeter(strength));
        }
    }

    private static void ownAccount(Map<String, View> views) {
        views.put(
                "profile",
                new ProfilePage(
                        new ProfilePage.Person(
                                "Freja Holm-Vestergaard", LONG, "da", "Europe/Copenhagen", ""),
                        List.of("Europe/Copenhagen", "Europe/London"),
                        "freja@new.example",
                        false,
                        true,
                        FormErrors.NONE));
        views.put(
                "security",
                new SecurityPage(
                        true, false, 0, NO_PASSKEYS, List.of(), false, true, FormErrors.NONE));
        views.put(
                "security-on",
                new SecurityPage(
                        true,
                        true,
                        7,
                        new PasskeyList(
                                List.of(
                                        passkey("Chrome · Mac", true, Duration.ofHours(2)),
                                        passkey(LONG.substring(0, 60), false, null)),
                                true,
                                false),
                        List.of(
                                new LinkedProvider("google", "Google", LONG),
                                new LinkedProvider("github", "GitHub", null)),
                        false,
                        false,
                        FormErrors.NONE.text("current", "account.security.current-wrong")));
        views.put(
                "security-provider",
                new SecurityPage(
                        false,
                        false,
                        0,
                        NO_PASSKEYS,
                        List.of(new LinkedProvider("google", "Google", LONG)),
                        true,
                        false,
                        FormErrors.NONE));
        views.put(
                "security-passkey",
                new SecurityPage(
                        false,
                        false,
                        8,
                        new PasskeyList(
                                List.of(passkey("Safari · iPhone", true, Duration.ofDays(9))),
                                true,
                                true),
                        List.of(),
                        true,
                        false,
                        FormErrors.NONE));
        views.put("new-passkey", new NewPasskeyPage("Firefox · Linux", "{}", FormErrors.NONE));
        views.put(
                "new-passkey-wrong",
                new NewPasskeyPage(
                        LONG.substring(0, 60),
                        "{}",
                        FormErrors.NONE.text("passkey", "account.passkey.known")));
        views.put(
                "enrolment",
                new EnrolmentPage(
                        "ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567",
                        QrSquare.of("otpauth://totp/Taros:" + LONG + "?secret=ABCD&issuer=Taros"),
                        FormErrors.NONE));
        views.put(
                "recovery-codes",
                new RecoveryCodesPage(
                        List.of(
                                "abcde-fghjk-mnpqr-stuvw-xyz23",
                                "bcdef-ghjkm-npqrs-tuvwx-yz234",
                                "cdefg-hjkmn-pqrst-uvwxy-z2345")));
        views.put(
                "sessions",
                new SessionsPage(List.of(session("Firefox · Linux", true), session("?", false))));
    }

    private static PasskeyRow passkey(String name, boolean isSynced, Duration used) {
        return new PasskeyRow(
                UUID.randomUUID(),
                name,
                isSynced,
                SampleViews.ago(Duration.ofDays(40)),
                used == null ? null : SampleViews.ago(used));
    }

    private static SignedInAt session(String device, boolean isThisOne) {
        return new SignedInAt(
                UUID.randomUUID(),
                device,
                SampleViews.ago(Duration.ofDays(3)),
                SampleViews.ago(Duration.ofMinutes(4)),
                isThisOne);
    }
}
