package io.taros.inbox.web;

import io.taros.conversation.Conversation;
import io.taros.conversation.RestrictedReading;
import io.taros.conversation.SummarizeAnew;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What whoever takes over reads first, written once more. */
@Controller
class SummaryController {
    private final SummarizeAnew anew;
    private final RestrictedReading restricted;
    private final RateLimits limits;

    SummaryController(SummarizeAnew anew, RestrictedReading restricted, RateLimits limits) {
        this.anew = anew;
        this.restricted = restricted;
        this.limits = limits;
    }

    /** A model writes, so it costs an answer. */
    @PostMapping("/inbox/{id}/summary")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect summarize(@PathVariable UUID id, HandlingController.Back back, Caller caller) {
        restricted.refuse(new Conversation.Id(id), caller);
        limits.take(Limit.ANSWER, Tenancy.organization().toString());
        anew.begin(new Conversation.Id(id));
        return back.to(id);
    }
}
