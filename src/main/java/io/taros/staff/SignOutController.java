package io.taros.staff;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.staff.web.SignOutPage;
import io.taros.staff.web.SignOutPage.Done;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff area: ending the sessions of others. */
@Controller
@RequestMapping("/staff/sessions")
class SignOutController {
    private final SignPeopleOut signOut;

    SignOutController(SignPeopleOut signOut) {
        this.signOut = signOut;
    }

    @GetMapping
    @Requires(Permission.STAFF_SIGN_OUT)
    SignOutPage page() {
        return new SignOutPage("", null, FormErrors.NONE);
    }

    @PostMapping("/account")
    @Requires(Permission.STAFF_SIGN_OUT)
    @StepUp
    View one(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String reason) {
        try {
            signOut.one(email, reason);
            return done(Done.ACCOUNT);
        } catch (BadInput refused) {
            return new SignOutPage(email, null, FormErrors.of(refused));
        }
    }

    @PostMapping("/everybody")
    @Requires(Permission.STAFF_SIGN_OUT)
    @StepUp
    View everybody(@RequestParam(defaultValue = "") String reason, Caller caller) {
        try {
            signOut.everybody(StaffCallers.account(caller), reason);
            return done(Done.EVERYBODY);
        } catch (BadInput refused) {
            return new SignOutPage("", null, FormErrors.of(refused.in("everybody")));
        }
    }

    private static SignOutPage done(@Nullable Done what) {
        return new SignOutPage("", what, FormErrors.NONE);
    }
}
