package io.taros.account;

import io.taros.account.PasskeyProof.Outcome;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ProofController {
    private final Proving proving;
    private final Sessions sessions;

    ProofController(Proving proving, Sessions sessions) {
        this.proving = proving;
        this.sessions = sessions;
    }

    /** With the right proof the browser sends what it wanted to send in the first place. */
    @PostMapping("/account/proof")
    @Requires(Permission.ACCOUNT)
    @Nullable View prove(
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(name = Proving.PASSKEY, defaultValue = "") String passkey,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = sessions.account(request).orElseThrow(NotFound::new);
        var path = pathOf(request);
        var isForm = Boolean.parseBoolean(request.getParameter(Proving.FORM));
        var wrong =
                passkey.isEmpty()
                        ? typed(account, proof)
                        : signed(proving.signedBy(account, passkey, request));
        if (!wrong.isEmpty()) {
            return proving.page(request, path, isForm, wrong);
        }
        sessions.prove(request);
        if (!isForm) {
            return new Redirect(path);
        }
        // 307 keeps method and body; the fields that are the proof's nobody else looks at.
        response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
        response.setHeader(HttpHeaders.LOCATION, path);
        return null;
    }

    private FormErrors typed(Account.Id account, String proof) {
        return proving.matches(account, proof)
                ? FormErrors.NONE
                : FormErrors.NONE.text("proof", "account.proof.wrong");
    }

    private static FormErrors signed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Proven _ -> FormErrors.NONE;
            case Outcome.Late _ -> FormErrors.NONE.text("passkey", "account.passkey.late");
            case Outcome.Refused _ -> FormErrors.NONE.text("passkey", "account.passkey.not-yours");
        };
    }

    private static String pathOf(HttpServletRequest request) {
        var path = request.getParameter(Proving.PATH);
        return path != null && Redirect.staysHere(path) ? path : "/account";
    }
}
