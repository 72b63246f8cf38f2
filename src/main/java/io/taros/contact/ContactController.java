package io.taros.contact;

import io.taros.account.Puzzles;
import io.taros.account.web.Puzzle;
import io.taros.contact.web.ContactPage;
import io.taros.contact.web.ContactPage.Draft;
import io.taros.contact.web.ContactSentPage;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Branding;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Anybody writes to the operator. A brand has a contact of its own, and no such form. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/contact")
class ContactController {
    private static final String ANYBODY = "whoever writes to the operator need not have an account";

    /** As it was typed. */
    record Form(@Nullable String name, @Nullable String email, @Nullable String text) {
        Draft draft() {
            return new Draft(orEmpty(name), orEmpty(email), orEmpty(text));
        }

        private static String orEmpty(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    private final WriteToOperator write;
    private final Operator operator;
    private final Flood flood;
    private final Puzzles puzzles;
    private final Branding branding;

    ContactController(
            WriteToOperator write,
            Operator operator,
            Flood flood,
            Puzzles puzzles,
            Branding branding) {
        this.write = write;
        this.operator = operator;
        this.flood = flood;
        this.puzzles = puzzles;
        this.branding = branding;
    }

    @GetMapping
    @Open(ANYBODY)
    ContactPage page(HttpServletRequest request) {
        refuseElsewhere(request);
        return page(Draft.EMPTY, FormErrors.NONE, request);
    }

    @PostMapping
    @Open(ANYBODY)
    View send(
            Form form,
            @RequestParam(defaultValue = "") String solution,
            HttpServletRequest request,
            Locale locale) {
        refuseElsewhere(request);
        flood.take(request);
        var draft = form.draft();
        try {
            var fresh =
                    new NewContactMessage(
                            draft.name(), draft.email(), draft.text(), locale.getLanguage());
            if (flood.isRising(request) && !puzzles.isSolved(solution, request)) {
                return page(draft, FormErrors.NONE.text("form", "contact.puzzle"), request);
            }
            write.write(fresh);
            flood.count(request);
            return new Redirect("/contact/sent");
        } catch (BadInput refused) {
            return page(draft, FormErrors.of(refused), request);
        }
    }

    @GetMapping("/sent")
    @Open(ANYBODY)
    ContactSentPage sent(HttpServletRequest request) {
        refuseElsewhere(request);
        return new ContactSentPage(operator.mailbox().isPresent());
    }

    private ContactPage page(Draft draft, FormErrors errors, HttpServletRequest request) {
        return new ContactPage(
                operator.name(), operator.mailbox().isPresent(), draft, puzzle(request), errors);
    }

    private @Nullable Puzzle puzzle(HttpServletRequest request) {
        return flood.isRising(request) ? puzzles.make(request) : null;
    }

    private void refuseElsewhere(HttpServletRequest request) {
        if (branding.isElsewhere(request)) {
            throw new NotFound();
        }
    }
}
