package io.taros.account;

import io.taros.account.Challenges.Purpose;
import io.taros.account.ChangePasskeys.Outcome;
import io.taros.account.web.NewPasskeyPage;
import io.taros.account.web.RecoveryCodesPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The passkeys of one's own account. */
@Controller
@RequestMapping("/account/passkeys")
class PasskeysController {
    private static final Redirect LIST = new Redirect("/account/security");

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final ChangePasskeys change;
    private final Challenges challenges;
    private final WebAuthn webAuthn;

    PasskeysController(
            Accounts accounts,
            Passkeys passkeys,
            ChangePasskeys change,
            Challenges challenges,
            WebAuthn webAuthn) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.change = change;
        this.challenges = challenges;
        this.webAuthn = webAuthn;
    }

    @PostMapping("/enrolment")
    @Requires(Permission.ACCOUNT)
    @StepUp
    View enrol(Caller caller, HttpServletRequest request) {
        var id = idOf(caller);
        return passkeys.count(id) < Passkeys.MOST
                ? page(id, DeviceFamily.of(request), request, FormErrors.NONE)
                : LIST;
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    @StepUp
    View add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String passkey,
            Caller caller,
            HttpServletRequest request) {
        var id = idOf(caller);
        var challenge = challenges.useUp(request, Purpose.ADD);
        if (challenge.isEmpty()) {
            return refused(id, name, request, "account.passkey.late");
        }
        var made = webAuthn.made(passkey, challenge.get());
        if (made.isEmpty()) {
            return refused(id, name, request, "account.passkey.not-made");
        }
        var wanted = name(name);
        var shown = wanted.isEmpty() ? DeviceFamily.of(request) : wanted;
        return switch (change.add(id, shown, made.get())) {
            case Outcome.Added(var codes) -> codes.isEmpty() ? LIST : new RecoveryCodesPage(codes);
            case Outcome.Known _ -> refused(id, name, request, "account.passkey.known");
            case Outcome.Full _ -> LIST;
        };
    }

    /** Nobody comes in by a name. */
    @PostMapping("/{passkey}")
    @Requires(Permission.ACCOUNT)
    View rename(
            @PathVariable UUID passkey,
            @RequestParam(defaultValue = "") String name,
            Caller caller) {
        if (!name(name).isEmpty()) {
            passkeys.rename(idOf(caller), passkey, name(name));
        }
        return LIST;
    }

    @PostMapping("/{passkey}/removal")
    @Requires(Permission.ACCOUNT)
    @StepUp
    View remove(@PathVariable UUID passkey, Caller caller) {
        change.remove(idOf(caller), passkey);
        return LIST;
    }

    private View refused(Account.Id id, String name, HttpServletRequest request, String why) {
        return page(id, name(name), request, FormErrors.NONE.text("passkey", why));
    }

    private View page(Account.Id id, String name, HttpServletRequest request, FormErrors errors) {
        var challenge = challenges.make(request, Purpose.ADD);
        return new NewPasskeyPage(
                name, webAuthn.toMake(accounts.get(id), passkeys.list(id), challenge), errors);
    }

    /** As much of it as there is room for. */
    private static String name(String typed) {
        return typed.strip()
                .codePoints()
                .limit(Passkeys.LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static Account.Id idOf(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}
