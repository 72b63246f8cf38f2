package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.NewAccount;
import io.taros.account.Passwords;
import io.taros.account.Sessions;
import io.taros.organization.web.InvitationPage;
import io.taros.organization.web.InvitationPage.Reader;
import io.taros.platform.security.Open;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
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
     */
    record Form(@Nullable String name, @Nullable String password, @Nullable Boolean age) {
        FormErrors missing() {
            var errors = FormErrors.NONE.required("name", name).required("password", password);
            return Boolean.TRUE.equals(age) ? errors : errors.text("age", "account.age.needed");
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
    private final Sessions sessions;
    private final CurrentOrganization current;

    InvitationController(
            Invitations invitations,
            Organizations organizations,
            Joining joining,
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            CurrentOrganization current) {
        this.invitations = invitations;
        this.organizations = organizations;
        this.joining = joining;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.current = current;
    }

    @GetMapping
    @Open(WHY)
    View page(@PathVariable String token, HttpServletRequest request) {
        return at(
                token,
                (secret, invitation) -> page(secret, invitation, request, "", FormErrors.NONE));
    }

    @PostMapping
    @Open(WHY)
    View accept(@PathVariable String token, Form form, HttpServletRequest request) {
        return at(
                token,
                (secret, invitation) ->
                        switch (reader(invitation, request)) {
                            case INVITED -> join(secret, invitation, request);
                            case NEW -> register(secret, invitation, form, request);
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
            OrganizationToken token, Invitation invitation, Form form, HttpServletRequest request) {
        var missing = form.missing();
        var name = form.name() == null ? "" : form.name();
        if (!missing.isEmpty() || form.password() == null) {
            return page(token, invitation, request, name, missing);
        }
        try {
            var language = RequestContextUtils.getLocale(request).getLanguage();
            var account = new NewAccount(invitation.email(), name, form.password(), language);
            var hash = passwords.hash(account.password());
            var id = accounts.nextId();
            var isIn =
                    Tenancy.callAs(
                            token.organization(),
                            id.value(),
                            () -> joining.accept(invitation, id, account, hash));
            if (isIn) {
                sessions.start(request, id);
            }
            return new Redirect(isIn ? "/home" : "/sign-in");
        } catch (BadInput refused) {
            return page(token, invitation, request, name, FormErrors.of(refused));
        } catch (Conflict _) {
            // Somebody made an account with this address a moment ago.
            return page(token, invitation, request, name, FormErrors.NONE);
        }
    }

    private View at(String text, BiFunction<OrganizationToken, Invitation, View> then) {
        var token = OrganizationToken.parse(OrganizationToken.Kind.INVITATION, text);
        var found =
                token.flatMap(secret ->
                        Tenancy.callAs(secret.organization(), () -> invitations.find(secret)));
        return token.isEmpty() || found.isEmpty()
                ? InvitationPage.gone()
                : then.apply(token.get(), found.get());
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
