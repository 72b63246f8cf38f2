package io.taros.widget;

import io.taros.conversation.Leads;
import io.taros.platform.crypto.Secret;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A chat by mail, for whoever holds it. It goes only where its visitor reads: to an address they
 * left in this very conversation, or to one whose reader confirms it first.
 */
@RestController
class VisitorTranscript {
    private final TranscriptRequests requests;
    private final Leads leads;
    private final Mails mails;
    private final RateLimits limits;
    private final VisitorLimits visitors;

    VisitorTranscript(
            TranscriptRequests requests,
            Leads leads,
            Mails mails,
            RateLimits limits,
            VisitorLimits visitors) {
        this.requests = requests;
        this.leads = leads;
        this.mails = mails;
        this.limits = limits;
        this.visitors = visitors;
    }

    record Wanted(@Nullable String email) {}

    /**
     * @param confirmed whether it is on its way; else a link to confirm the address is
     */
    record Asked(boolean confirmed) {}

    @PostMapping("/widget/v1/{publicKey}/conversations/{id}/transcript")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Open(VisitorConversations.OWNER)
    Asked ask(Visit visit, @RequestBody Wanted wanted, HttpServletRequest request) {
        var email = checked(wanted.email());
        if (!mails.isOn()) {
            throw new Conflict("widget.input.no-mail");
        }
        limits.take(Limit.TRANSCRIPT, visit.id().value().toString());
        limits.take(Limit.MAIL_ADDRESS, visitors.addressOf(request));
        limits.take(Limit.MAIL_EMAIL, HexFormat.of().formatHex(Secret.hash(email)));
        var isKnown =
                leads.list(visit.id()).stream()
                        .anyMatch(lead -> email.equalsIgnoreCase(lead.contact().email()));
        requests.add(visit.id(), email, isKnown);
        return new Asked(isKnown);
    }

    private static String checked(@Nullable String email) {
        if (email == null || !VisitorFeedback.NewLead.isEmail(email.strip())) {
            throw new BadInput("email", "widget.input.email");
        }
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
