package io.taros.widget;

import io.taros.conversation.AskForPerson;
import io.taros.conversation.EndConversation;
import io.taros.conversation.SeenByVisitor;
import io.taros.conversation.Signals;
import io.taros.platform.security.Open;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a visitor does without words: looking, writing, and having no more to say. */
@RestController
@RequestMapping("/widget/v1/{publicKey}/conversations/{id}")
class VisitorPresence {
    private final Signals signals;
    private final EndConversation end;
    private final RateLimits limits;
    private final AskForPerson person;
    private final Admittance admittance;
    private final SeenByVisitor seen;

    VisitorPresence(
            Signals signals,
            EndConversation end,
            RateLimits limits,
            AskForPerson person,
            Admittance admittance,
            SeenByVisitor seen) {
        this.seen = seen;
        this.person = person;
        this.admittance = admittance;
        this.signals = signals;
        this.end = end;
        this.limits = limits;
    }

    /** Shown to people for a moment, kept nowhere. */
    @PostMapping("/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(VisitorConversations.OWNER)
    void typing(Visit visit) {
        limits.take(Limit.TYPING, visit.id().value().toString());
        signals.visitorWrites(visit.id());
    }

    /**
     * @param sequence the number of the last event before their eyes
     */
    record Looked(long sequence) {}

    /** What they saw need not follow them by mail. */
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(VisitorConversations.OWNER)
    void seen(Visit visit, @RequestBody Looked looked) {
        limits.take(Limit.SEEN, visit.id().value().toString());
        seen.note(visit.id(), looked.sequence());
    }

    @PostMapping("/handover")
    @Open(VisitorConversations.OWNER)
    VisitorConversations.State askForPerson(Visit visit, HttpServletRequest request) {
        limits.take(Limit.HANDOVER, visit.id().value().toString());
        var _ = admittance.admit(visit, request);
        return new VisitorConversations.State(
                person.ask(visit.id()).name().toLowerCase(Locale.ROOT));
    }

    @PostMapping("/end")
    @Open(VisitorConversations.OWNER)
    VisitorConversations.State end(Visit visit) {
        limits.take(Limit.HANDOVER, visit.id().value().toString());
        return new VisitorConversations.State(end.end(visit.id()).name().toLowerCase(Locale.ROOT));
    }
}
