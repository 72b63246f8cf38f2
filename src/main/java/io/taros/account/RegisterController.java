package io.taros.account;

import io.taros.account.web.ConfirmPage;
import io.taros.account.web.NoticePage;
import io.taros.account.web.NoticePage.Notice;
import io.taros.account.web.RegisterPage;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Answers the same whether an address is known or not. A fresh installation is its owner's first.
 */
@Controller
@RequestMapping("/register")
class RegisterController {
    private static final String WHY = "whoever has no account yet cannot be signed in";

    /**
     * @param age the statement to be 16 or older
     * @param texts agreement to terms and privacy policy
     */
    record Form(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable Boolean age,
            @Nullable Boolean texts,
            @Nullable Boolean marketing) {
        FormErrors missing() {
            var errors =
                    FormErrors.NONE
                            .required("name", name)
                            .required("email", email)
                            .required("password", password);
            if (!Boolean.TRUE.equals(age)) {
                errors = errors.text("age", "account.age.needed");
            }
            return Boolean.TRUE.equals(texts)
                    ? errors
                    : errors.text("texts", "account.texts.needed");
        }

        NewAccount account(String language) {
            return new NewAccount(text(email), text(name), text(password), language);
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "Form";
        }
    }

    private final AskForAccount ask;
    private final OpenAccount open;
    private final Entrance entrance;
    private final Accounts accounts;
    private final PasswordRules rules;
    private final AccountSettings settings;
    private final SignInProviders providers;
    private final RateLimits limits;
    private final ClientAddress address;
    private final LinkPages linkPages;

    RegisterController(
            AskForAccount ask,
            OpenAccount open,
            Entrance entrance,
            Accounts accounts,
            PasswordRules rules,
            AccountSettings settings,
            SignInProviders providers,
            RateLimits limits,
            ClientAddress address,
            LinkPages linkPages) {
        this.ask = ask;
        this.open = open;
        this.entrance = entrance;
        this.accounts = accounts;
        this.rules = rules;
        this.settings = settings;
        this.providers = providers;
        this.limits = limits;
        this.address = address;
        this.linkPages = linkPages;
    }

    @GetMapping
    @Open(WHY)
    View page() {
        if (!accounts.areThereAny()) {
            return new Redirect("/welcome");
        }
        return settings.isOpen()
                ? page("", "", false, FormErrors.NONE)
                : new NoticePage(Notice.INVITED_ONLY);
    }

    @PostMapping
    @Open(WHY)
    View register(Form form, HttpServletRequest request) {
        if (!settings.isOpen() || !accounts.areThereAny()) {
            return new NoticePage(Notice.INVITED_ONLY);
        }
        var missing = form.missing();
        if (!missing.isEmpty()) {
            return again(form, missing);
        }
        try {
            var account = form.account(Language.of(request));
            limits.take(Limit.MAIL_ADDRESS, address.key(request));
            limits.take(Limit.MAIL_EMAIL, SignIn.keyOf(account.email()));
            rules.check(account.password(), account.email(), account.name());
            ask.ask(account, Boolean.TRUE.equals(form.marketing()));
            return new NoticePage(Notice.REGISTERED);
        } catch (BadInput refused) {
            return again(form, FormErrors.of(refused));
        }
    }

    @GetMapping("/confirmation")
    @Open(WHY)
    View confirmation(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        return open.isOpenedBy(token)
                ? new ConfirmPage(token, FormErrors.NONE)
                : new NoticePage(Notice.LINK_DEAD);
    }

    @PostMapping("/confirmation")
    @Open(WHY)
    View confirm(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        if (!open.isOpenedBy(token)) {
            return new NoticePage(Notice.LINK_DEAD);
        }
        try {
            var account = open.open(token, password);
            return account.isPresent()
                    ? entrance.open(request, response, account.get(), Way.LINK)
                    : new ConfirmPage(
                            token,
                            FormErrors.NONE.text("password", "account.confirm.password-wrong"));
        } catch (Conflict taken) {
            return new Redirect("/sign-in");
        }
    }

    private View again(Form form, FormErrors errors) {
        return page(
                text(form.name()),
                text(form.email()),
                Boolean.TRUE.equals(form.marketing()),
                errors);
    }

    private View page(String name, String email, boolean marketing, FormErrors errors) {
        return new RegisterPage(
                name,
                email,
                marketing,
                String.valueOf(settings.terms()),
                String.valueOf(settings.privacy()),
                providers.buttons(),
                errors);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
