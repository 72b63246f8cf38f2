package io.taros.widget;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.taros.bot.Bot;
import io.taros.conversation.AskForPerson;
import io.taros.conversation.Conversations;
import io.taros.conversation.ForgetConversation;
import io.taros.conversation.NewConversation;
import io.taros.conversation.VisitorIdentities;
import io.taros.organization.Entitlements;
import io.taros.platform.security.Open;
import io.taros.platform.web.Branding;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final AskForPerson person;
    private final ForgetConversation forget;
    private final VisitorLimits limits;
    private final IdentityRule identityRule;
    private final VisitorIdentities identities;
    private final Entitlements entitlements;
    private final Branding branding;
    private final AiNotices notices;

    VisitorConversations(
            Conversations conversations,
            AskForPerson person,
            ForgetConversation forget,
            VisitorLimits limits,
            IdentityRule identityRule,
            VisitorIdentities identities,
            Entitlements entitlements,
            Branding branding,
            AiNotices notices) {
        this.notices = notices;
        this.branding = branding;
        this.entitlements = entitlements;
        this.identityRule = identityRule;
        this.identities = identities;
        this.conversations = conversations;
        this.person = person;
        this.forget = forget;
        this.limits = limits;
    }

    /**
     * @param aiNotice the words about talking to an AI that the visitor has read
     */
    record Start(
            @JsonAlias("pageUrl") @Nullable String page,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String identity,
            @Nullable String aiNotice) {}

    /**
     * @param identified whether the bot knows who the visitor is
     */
    record Started(UUID id, String token, boolean identified) {}

    record State(String state) {}

    @GetMapping("/config")
    @Open(ANYBODY)
    WidgetConfig config(Bot bot) {
        return WidgetConfig.of(
                bot,
                notices.off(bot.id()).isEmpty(),
                entitlements.get().namesMaker() ? branding.here().maker() : null);
    }

    @PostMapping("/conversations")
    @ResponseStatus(HttpStatus.CREATED)
    @Open(ANYBODY)
    Started start(
            Bot bot,
            @RequestBody(required = false) @Nullable Start given,
            HttpServletRequest request) {
        limits.conversation(request);
        var start = given == null ? new Start(null, null, null, null, null) : given;
        var identity = identityRule.admit(bot.id(), start.identity());
        var browser = Browser.of(request);
        var opened =
                conversations.open(
                        new NewConversation(
                                bot.id(),
                                Browser.language(start.language(), request, bot.language()),
                                Browser.page(start.page()),
                                browser.name(),
                                browser.device(),
                                Browser.wantsPrivacy(request)
                                        ? null
                                        : Browser.zone(start.timeZone())));
        identity.ifPresent(known -> identities.add(opened.id(), known));
        notices.record(bot, opened.id(), start.aiNotice());
        return new Started(opened.id().value(), opened.token().value(), identity.isPresent());
    }

    @PostMapping("/conversations/{id}/handover")
    @Open(OWNER)
    State askForPerson(Visit visit) {
        identityRule.admit(visit.bot().id(), visit.id());
        return new State(person.ask(visit.id()).name().toLowerCase(Locale.ROOT));
    }

    @DeleteMapping("/conversations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(OWNER)
    void forget(Visit visit) {
        forget.forget(visit.id());
    }
}
