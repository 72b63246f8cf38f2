package io.taros.widget;

import io.taros.conversation.Lead;
import io.taros.conversation.VisitorIdentities;
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
 * A chat by mail, for whoever holds it. It goes only where its visitor reads: to the address their
 * website signed for, or to one whose reader confirms it first. What somebody typed proves nothing.
 */
@RestController
class VisitorTranscript {
    private final TranscriptRequests requests;
    private final VisitorIdentities identities;
    private final Mails mails;
    private final RateLimits limits;
    private final VisitorLimits visitors;

    VisitorTranscript(
            TranscriptRequests requests,
            VisitorIdentities identities,
            Mails mails,
            RateLimits limits,
            VisitorLimits visitors) {
        this.requests = requests;
        this.identities = identities;
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
                identities
                        .find(visit.id())
                        .filter(known -> email.equalsIgnoreCase(known.email()))
                        .isPresent();
        requests.add(visit.id(), email, isKnown);
        return new Asked(isKnown);
    }

    private static String checked(@Nullable String email) {
        if (email == null || !Lead.Contact.isEmail(email.strip())) {
            throw new BadInput("email", "widget.input.email");
        }
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
