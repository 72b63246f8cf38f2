package io.taros.account;

import io.taros.account.web.ProofPage;
import io.taros.account.web.ProofPage.Field;
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

/** Once more, who is there: by the password or by a code of the authenticator app. */
@Component
class Proving implements Proof {
    static final String PROOF = "proof";
    static final String PATH = "proof-path";
    static final String FORM = "proof-form";
    private static final Set<String> OURS = Set.of(PROOF, PATH, FORM, "_csrf");

    private final Sessions sessions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final LinkedProviders linked;
    private final RateLimits limits;

    Proving(
            Sessions sessions,
            Accounts accounts,
            Passwords passwords,
            SecondFactors factors,
            LinkedProviders linked,
            RateLimits limits) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
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
        var hasCode = sessions.account(request).filter(factors::isOn).isPresent();
        var vouching = sessions.account(request).map(linked::vouching).orElse(List.of());
        return new ProofPage(path, isForm, fields(request), hasCode, vouching, errors);
    }

    boolean matches(Account.Id account, String proof) {
        limits.take(Limit.PROOF, account.toString());
        return factors.matches(account, proof) || isPassword(account, proof);
    }

    boolean isPassword(Account.Id account, String password) {
        return password.length() <= PasswordStrength.MAX_LENGTH
                && passwords.matches(password, accounts.findPasswordHash(account).orElse(null));
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
