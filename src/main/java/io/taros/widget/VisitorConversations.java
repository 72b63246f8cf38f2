package io.taros.widget;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.taros.bot.Bot;
import io.taros.conversation.Conversations;
import io.taros.conversation.ForgetConversation;
import io.taros.conversation.NewConversation;
import io.taros.conversation.VisitorConsents;
import io.taros.conversation.VisitorIdentities;
import io.taros.platform.security.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Beginning a conversation, asking for a person in it, ending it for good. */
@RestController
@RequestMapping("/widget/v1/{publicKey}")
class VisitorConversations {
    static final String ANYBODY = "Any visitor of a website the bot may appear on";
    static final String OWNER = "The visitor's token in the request proves whose it is";

    private final Conversations conversations;
    private final ForgetConversation forget;
    private final VisitorLimits limits;
    private final IdentityRule identityRule;
    private final VisitorIdentities identities;
    private final AiNotices notices;
    private final ConsentRule consentRule;
    private final VisitorConsents consents;
    private final Origins origins;
    private final BlockedVisitors blocked;

    VisitorConversations(
            Conversations conversations,
            ForgetConversation forget,
            VisitorLimits limits,
            IdentityRule identityRule,
            VisitorIdentities identities,
            AiNotices notices,
            ConsentRule consentRule,
            VisitorConsents consents,
            Origins origins,
            BlockedVisitors blocked) {
        this.blocked = blocked;
        this.origins = origins;
        this.consents = consents;
        this.consentRule = consentRule;
        this.notices = notices;
        this.identityRule = identityRule;
        this.identities = identities;
        this.conversations = conversations;
        this.forget = forget;
        this.limits = limits;
    }

    /**
     * @param aiNotice the words about talking to an AI that the visitor has read
     * @param consent the sentence they agreed to
     * @param tags what the page says of its visitors, as a list or as one text with commas
     * @param solution of a puzzle, where one was asked
     */
    record Start(
            @JsonAlias("pageUrl") @Nullable String page,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String identity,
            @Nullable String aiNotice,
            @Nullable String consent,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    @Nullable List<String> tags,
            @Nullable String solution) {
        static final Start BARE = new Start(null, null, null, null, null, null, null, null);

        List<String> knowledgeTags() {
            return tags == null ? List.of() : tags;
        }
    }

    /**
     * @param identified whether the bot knows who the visitor is
     */
    record Started(UUID id, String token, boolean identified) {}

    record State(String state) {}

    @PostMapping("/conversations")
    @ResponseStatus(HttpStatus.CREATED)
    @Open(ANYBODY)
    Started start(
            Bot bot,
            @RequestBody(required = false) @Nullable Start given,
            HttpServletRequest request) {
        var start = given == null ? Start.BARE : given;
        limits.conversation(request, bot, start.solution());
        var visitor = identityRule.admit(bot.id(), start.identity());
        var identity = visitor.map(SignedVisitor::identity);
        blocked.admit(bot, identity, request);
        var consent = consentRule.admit(bot, start.consent());
        var browser = Browser.of(request);
        var opened =
                conversations.open(
                        new NewConversation(
                                bot.id(),
                                Browser.language(start.language(), request, bot.language()),
                                Browser.page(start.page(), request),
                                browser.name(),
                                browser.device(),
                                Browser.zone(start.timeZone(), request),
                                origins.siteOf(request),
                                visitor.map(SignedVisitor::tags).orElse(start.knowledgeTags())));
        identity.ifPresent(known -> identities.add(opened.id(), known));
        notices.record(bot, opened.id(), start.aiNotice());
        consent.ifPresent(agreed -> consents.add(opened.id(), agreed));
        return new Started(opened.id().value(), opened.token().value(), identity.isPresent());
    }

    @DeleteMapping("/conversations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(OWNER)
    void forget(Visit visit) {
        forget.forget(visit.id());
    }
}
