package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.account.web.EnrolmentPage;
import io.taros.account.web.QrSquare;
import io.taros.account.web.RecoveryCodesPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How one's own account is entered. */
@Controller
@RequestMapping("/account")
class SecurityController {
    private final Accounts accounts;
    private final AuthenticatorApps apps;
    private final SecondFactors factors;
    private final ChangeFactor change;
    private final ReplacePassword replace;
    private final PasswordRules rules;
    private final Proving proving;
    private final Entrance entrance;
    private final SecurityPages pages;
    private final RateLimits limits;

    SecurityController(
            Accounts accounts,
            AuthenticatorApps apps,
            SecondFactors factors,
            ChangeFactor change,
            ReplacePassword replace,
            PasswordRules rules,
            Proving proving,
            Entrance entrance,
            SecurityPages pages,
            RateLimits limits) {
        this.accounts = accounts;
        this.apps = apps;
        this.factors = factors;
        this.change = change;
        this.replace = replace;
        this.rules = rules;
        this.proving = proving;
        this.entrance = entrance;
        this.pages = pages;
        this.limits = limits;
    }

    @GetMapping("/security")
    @Requires(Permission.ACCOUNT)
    View page(@RequestParam(defaultValue = "false") String needed, Caller caller) {
        return pages.page(idOf(caller), needed.equals("true"), FormErrors.NONE);
    }

    /** The current password is the proof, so no other is asked for. */
    @PostMapping("/password")
    @Requires(Permission.ACCOUNT)
    View password(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var id = idOf(caller);
        limits.take(Limit.PROOF, id.toString());
        if (!proving.isPassword(id, current)) {
            return pages.page(
                    id, false, FormErrors.NONE.text("current", "account.security.current-wrong"));
        }
        try {
            var account = accounts.get(id);
            rules.check(password, account.email(), account.name());
        } catch (BadInput refused) {
            return pages.page(id, false, FormErrors.of(refused));
        }
        replace.replace(id, password, What.PASSWORD_CHANGED);
        entrance.renew(request, id);
        return new Redirect("/account/security");
    }

    @PostMapping("/second-factor/enrolment")
    @Requires(Permission.ACCOUNT)
    @StepUp
    View enrol(Caller caller) {
        var id = idOf(caller);
        if (apps.isOn(id)) {
            return new Redirect("/account/security");
        }
        return enrolment(id, apps.begin(id), FormErrors.NONE);
    }

    @PostMapping("/second-factor")
    @Requires(Permission.ACCOUNT)
    View confirm(@RequestParam(defaultValue = "") String code, Caller caller) {
        var id = idOf(caller);
        limits.take(Limit.PROOF, id.toString());
        var begun = apps.begun(id);
        if (begun.isEmpty()) {
            return new Redirect("/account/security");
        }
        var fresh = change.add(id, code);
        return fresh.isEmpty()
                ? enrolment(
                        id, begun.get(), FormErrors.NONE.text("code", "account.enrolment.wrong"))
                : new RecoveryCodesPage(fresh);
    }

    @PostMapping("/second-factor/removal")
    @Requires(Permission.ACCOUNT)
    @StepUp
    View remove(Caller caller) {
        change.remove(idOf(caller));
        return new Redirect("/account/security");
    }

    @PostMapping("/second-factor/recovery-codes")
    @Requires(Permission.ACCOUNT)
    @StepUp
    View renew(Caller caller) {
        var id = idOf(caller);
        return factors.isOn(id)
                ? new RecoveryCodesPage(change.renewRecoveryCodes(id))
                : new Redirect("/account/security");
    }

    private View enrolment(Account.Id id, byte[] secret, FormErrors errors) {
        var text = Base32.toBase32String(secret).replace("=", "");
        var label = "Taros:" + accounts.get(id).email();
        var uri =
                "otpauth://totp/%s?secret=%s&issuer=Taros"
                        .formatted(
                                URLEncoder.encode(label, StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                                text);
        return new EnrolmentPage(text.replaceAll("(.{4})(?!$)", "$1 "), QrSquare.of(uri), errors);
    }

    private static Account.Id idOf(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}
