package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.AccountSettings;
import io.taros.account.Accounts;
import io.taros.account.Entrance;
import io.taros.account.LinkPages;
import io.taros.account.NewAccount;
import io.taros.account.PasswordRules;
import io.taros.account.Passwords;
import io.taros.account.Sessions;
import io.taros.account.SignInProviders;
import io.taros.account.Way;
import io.taros.organization.web.InvitationPage;
import io.taros.organization.web.InvitationPage.Reader;
import io.taros.platform.security.Open;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Where a link of an invitation leads. Whoever holds it may join as the invited address and as
 * nobody else.
 */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {
    private static final String WHY = "guarded by the secret in the link";

    /**
     * @param age the statement to be 16 or older
     * @param texts agreement to terms and privacy policy, where the operator has some
     */
    record Form(
            @Nullable String name,
            @Nullable String password,
            @Nullable Boolean age,
            @Nullable Boolean texts) {
        FormErrors missing(boolean areThereTexts) {
            var errors = FormErrors.NONE.required("name", name).required("password", password);
            if (!Boolean.TRUE.equals(age)) {
                errors = errors.text("age", "account.age.needed");
            }
            return areThereTexts && !Boolean.TRUE.equals(texts)
                    ? errors.text("texts", "account.texts.needed")
                    : errors;
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "Form";
        }
    }

    private final Invitations invitations;
    private final Organizations organizations;
    private final Joining joining;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final AccountSettings settings;
    private final SignInProviders providers;
    private final Sessions sessions;
    private final Entrance entrance;
    private final CurrentOrganization current;
    private final LinkPages linkPages;

    InvitationController(
            Invitations invitations,
            Organizations organizations,
            Joining joining,
            Accounts accounts,
            Passwords passwords,
            PasswordRules rules,
            AccountSettings settings,
            SignInProviders providers,
            Sessions sessions,
            Entrance entrance,
            CurrentOrganization current,
            LinkPages linkPages) {
        this.linkPages = linkPages;
        this.invitations = invitations;
        this.organizations = organizations;
        this.joining = joining;
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.settings = settings;
        this.providers = providers;
        this.sessions = sessions;
        this.entrance = entrance;
        this.current = current;
    }

    @GetMapping
    @Open(WHY)
    View page(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        linkPages.guard(request, response);
        return at(
                token,
                request,
                (secret, invitation) -> {
                    if (reader(invitation, request) == Reader.KNOWN) {
                        sessions.continueAt(request, new Redirect(SendingInvitation.path(secret)));
                    }
                    return page(secret, invitation, request, "", FormErrors.NONE);
                });
    }

    @PostMapping
    @Open(WHY)
    View accept(
            @PathVariable String token,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        linkPages.guard(request, response);
        return at(
                token,
                request,
                (secret, invitation) ->
                        switch (reader(invitation, request)) {
                            case INVITED -> join(secret, invitation, request);
                            case NEW -> register(secret, invitation, form, request, response);
                            case KNOWN, OTHER ->
                                    page(secret, invitation, request, "", FormErrors.NONE);
                        });
    }

    private View join(OrganizationToken token, Invitation invitation, HttpServletRequest request) {
        var account = sessions.account(request).orElseThrow();
        Tenancy.callAs(
                token.organization(), account.value(), () -> joining.accept(invitation, account));
        current.choose(request, token.organization());
        return new Redirect("/home");
    }

    private View register(
            OrganizationToken token,
            Invitation invitation,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var missing = form.missing(settings.areThereTexts());
        var name = form.name() == null ? "" : form.name();
        if (!missing.isEmpty() || form.password() == null) {
            return page(token, invitation, request, name, missing);
        }
        try {
            var language = RequestContextUtils.getLocale(request).getLanguage();
            var account = new NewAccount(invitation.email(), name, form.password(), language);
            rules.check(account.password(), account.email(), account.name());
            var joined = join(token, invitation, account);
            return joined.<View>map(id -> entrance.open(request, response, id, Way.LINK))
                    .orElse(new Redirect("/sign-in"));
        } catch (BadInput refused) {
            return page(token, invitation, request, name, FormErrors.of(refused));
        } catch (Conflict _) {
            // Somebody made an account with this address a moment ago.
            return page(token, invitation, request, name, FormErrors.NONE);
        }
    }

    /** Empty if somebody else used the link meanwhile. */
    private Optional<Account.Id> join(
            OrganizationToken token, Invitation invitation, NewAccount account) {
        var hash = passwords.hash(account.password());
        var id = accounts.nextId();
        var isIn =
                Tenancy.callAs(
                        token.organization(),
                        id.value(),
                        () -> joining.accept(invitation, id, account, hash));
        return isIn ? Optional.of(id) : Optional.empty();
    }

    private View at(
            String text,
            HttpServletRequest request,
            BiFunction<OrganizationToken, Invitation, View> then) {
        var token = OrganizationToken.parse(OrganizationToken.Kind.INVITATION, text);
        var found =
                token.flatMap(secret ->
                        Tenancy.callAs(secret.organization(), () -> invitations.find(secret)));
        if (token.isEmpty() || found.isEmpty()) {
            return InvitationPage.gone();
        }
        Branding.show(request, token.get().organization());
        return then.apply(token.get(), found.get());
    }

    private InvitationPage page(
            OrganizationToken token,
            Invitation invitation,
            HttpServletRequest request,
            String name,
            FormErrors errors) {
        var organization = Tenancy.callAs(token.organization(), () -> organizations.get().name());
        return new InvitationPage(
                token.text(),
                organization,
                invitation.email(),
                Places.option(invitation.role()),
                reader(invitation, request),
                settings.areThereTexts()
                        ? new InvitationPage.Texts(
                                String.valueOf(settings.terms()),
                                String.valueOf(settings.privacy()))
                        : null,
                providers.buttons(invitation.email()),
                name,
                errors);
    }

    private Reader reader(Invitation invitation, HttpServletRequest request) {
        Optional<Account> signedIn = sessions.account(request).flatMap(accounts::find);
        if (signedIn.isPresent()) {
            return signedIn.get().email().equalsIgnoreCase(invitation.email())
                    ? Reader.INVITED
                    : Reader.OTHER;
        }
        return accounts.findByEmail(invitation.email()).isPresent() ? Reader.KNOWN : Reader.NEW;
    }
}
