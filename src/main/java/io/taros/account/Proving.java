package io.taros.account;

import io.taros.account.PasskeyProof.Outcome;
import io.taros.account.web.ProofPage;
import io.taros.account.web.ProofPage.Field;
import io.taros.account.web.ProofPage.Typed;
import io.taros.platform.security.Proof;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Once more, who is there: by the password, a code of the authenticator app or a passkey. */
@Component
class Proving implements Proof {
    static final String PROOF = "proof";
    static final String PASSKEY = "proof-passkey";
    static final String PATH = "proof-path";
    static final String FORM = "proof-form";
    private static final Set<String> OURS = Set.of(PROOF, PASSKEY, PATH, FORM, "_csrf");

    private final Sessions sessions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final AuthenticatorApps apps;
    private final PasskeyProof passkeys;
    private final LinkedProviders linked;
    private final RateLimits limits;

    Proving(
            Sessions sessions,
            Accounts accounts,
            Passwords passwords,
            AuthenticatorApps apps,
            PasskeyProof passkeys,
            LinkedProviders linked,
            RateLimits limits) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.apps = apps;
        this.passkeys = passkeys;
        this.linked = linked;
        this.limits = limits;
    }

    @Override
    public boolean isFresh(HttpServletRequest request) {
        return sessions.isProven(request);
    }

    @Override
    public View ask(HttpServletRequest request) {
        return page(
                request,
                request.getRequestURI(),
                !request.getMethod().equals("GET"),
                FormErrors.NONE);
    }

    View page(HttpServletRequest request, String path, boolean isForm, FormErrors errors) {
        var account = sessions.account(request);
        return new ProofPage(
                path,
                isForm,
                fields(request),
                account.map(this::typed).orElse(Typed.NOTHING),
                account.flatMap(id -> passkeys.ask(id, request)).orElse(null),
                account.map(linked::vouching).orElse(List.of()),
                errors);
    }

    Outcome signedBy(Account.Id account, String passkey, HttpServletRequest request) {
        limits.take(Limit.PROOF, account.toString());
        return passkeys.prove(account, passkey, request);
    }

    boolean matches(Account.Id account, String proof) {
        limits.take(Limit.PROOF, account.toString());
        return apps.matches(account, proof) || isPassword(account, proof);
    }

    boolean isPassword(Account.Id account, String password) {
        return password.length() <= PasswordStrength.MAX_LENGTH
                && passwords.matches(password, accounts.findPasswordHash(account).orElse(null));
    }

    private Typed typed(Account.Id account) {
        if (apps.isOn(account)) {
            return Typed.CODE;
        }
        return accounts.findPasswordHash(account).isPresent() ? Typed.PASSWORD : Typed.NOTHING;
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !OURS.contains(field.getKey()))
                .flatMap(field ->
                        Arrays.stream(field.getValue())
                                .map(value -> new Field(field.getKey(), value)))
                .toList();
    }
}
