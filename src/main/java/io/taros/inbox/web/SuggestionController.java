package io.taros.inbox.web;

import io.taros.answering.Reliabilities;
import io.taros.answering.Reliability;
import io.taros.conversation.Conversation;
import io.taros.conversation.RestrictedReading;
import io.taros.conversation.SourceQuotes;
import io.taros.conversation.SuggestReply;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Help for whoever writes. */
@Controller
class SuggestionController {
    private final SuggestReply suggest;
    private final Reliabilities reliabilities;
    private final RestrictedReading restricted;
    private final RateLimits limits;

    SuggestionController(
            SuggestReply suggest,
            Reliabilities reliabilities,
            RestrictedReading restricted,
            RateLimits limits) {
        this.restricted = restricted;
        this.suggest = suggest;
        this.reliabilities = reliabilities;
        this.limits = limits;
    }

    /** Asked for by a button: with a model it costs an answer. */
    @PostMapping("/inbox/{id}/suggestion")
    @Requires(Permission.CONVERSATION_REPLY)
    SuggestionView suggestion(@PathVariable UUID id, Caller caller, Locale locale) {
        restricted.refuse(new Conversation.Id(id), caller);
        limits.take(Limit.ANSWER, Tenancy.organization().toString());
        return suggest.suggest(new Conversation.Id(id))
                .map(found ->
                        new SuggestionView(
                                found.text(),
                                reliabilities.bar(
                                        new Reliability(found.reliability(), List.of()), locale),
                                SourceQuotes.of(found.sources())))
                .orElseGet(() -> new SuggestionView(null, null, List.of()));
    }
}
