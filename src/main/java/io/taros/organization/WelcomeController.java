package io.taros.organization;

import io.taros.account.Entrance;
import io.taros.account.LinkPages;
import io.taros.account.NewAccount;
import io.taros.account.PasswordRules;
import io.taros.account.web.WaitingPage;
import io.taros.account.web.WelcomePage;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives a fresh installation its owner; leads to signing in as soon as it has one. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/welcome")
class WelcomeController {
    private static final String WHY = "guarded by the code that only the server's log shows";

    /**
     * @param age the statement to be 16 or older
     */
    record Form(
            @Nullable String code,
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String organization,
            @Nullable Boolean age) {
        WelcomePage again(FormErrors errors) {
            return new WelcomePage(text(code), text(name), text(email), text(organization), errors);
        }

        FormErrors missing() {
            var errors =
                    FormErrors.NONE
                            .required("organization", organization)
                            .required("name", name)
                            .required("email", email)
                            .required("password", password);
            return Boolean.TRUE.equals(age) ? errors : errors.text("age", "account.age.needed");
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "Form";
        }
    }

    private final FirstVisit firstVisit;
    private final FirstOwner firstOwner;
    private final PasswordRules rules;
    private final Entrance entrance;
    private final ClientAddress address;

    WelcomeController(
            FirstVisit firstVisit,
            FirstOwner firstOwner,
            PasswordRules rules,
            Entrance entrance,
            ClientAddress address) {
        this.firstVisit = firstVisit;
        this.firstOwner = firstOwner;
        this.rules = rules;
        this.entrance = entrance;
        this.address = address;
    }

    @GetMapping
    @Open(WHY)
    View page(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        LinkPages.hide(response);
        if (!firstVisit.isOpen()) {
            return new Redirect("/sign-in");
        }
        if (code.isEmpty()) {
            return new WaitingPage(false);
        }
        return firstVisit.admits(code, address.key(request))
                ? new WelcomePage(code, "", "", "", FormErrors.NONE)
                : new WaitingPage(true);
    }

    @PostMapping
    @Open(WHY)
    View create(Form form, HttpServletRequest request, HttpServletResponse response) {
        if (!firstVisit.isOpen()) {
            return new Redirect("/sign-in");
        }
        var code = text(form.code());
        if (!firstVisit.admits(code, address.key(request))) {
            return new WaitingPage(true);
        }
        var missing = form.missing();
        if (!missing.isEmpty()) {
            return form.again(missing);
        }
        try {
            return create(form, code, request, response);
        } catch (BadInput refused) {
            return form.again(FormErrors.of(refused));
        }
    }

    private View create(
            Form form, String code, HttpServletRequest request, HttpServletResponse response) {
        var language = languageOf(request);
        var account =
                new NewAccount(
                        text(form.email()), text(form.name()), text(form.password()), language);
        var organization = NewOrganization.named(text(form.organization()), language);
        rules.check(account.password(), account.email(), account.name(), organization.name());
        var created = firstOwner.create(account, organization, () -> firstVisit.useUp(code));
        if (created.isEmpty()) {
            return new Redirect("/sign-in");
        }
        entrance.welcome(request, response, created.get().account());
        return new Redirect("/");
    }

    private static String languageOf(HttpServletRequest request) {
        return request.getLocale().getLanguage().equals("da") ? "da" : Locale.ENGLISH.getLanguage();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
