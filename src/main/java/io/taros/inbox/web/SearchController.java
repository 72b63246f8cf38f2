package io.taros.inbox.web;

import static io.taros.inbox.web.InboxController.me;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.SearchConversations;
import io.taros.conversation.SearchWords;
import io.taros.conversation.Searched;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.inbox.Colleagues;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Looking for words in conversations. They are posted, so that no address and no log holds them.
 */
@Controller
@RequestMapping("/inbox/search")
class SearchController {
    private static final int ROWS = 25;

    /**
     * @param cursor where to look on
     */
    record Form(@Nullable String words, @Nullable UUID cursor) {
        private String typed() {
            return words == null ? "" : words.strip();
        }
    }

    private final SearchConversations search;
    private final VisitorIdentities identities;
    private final Colleagues colleagues;
    private final RateLimits limits;

    SearchController(
            SearchConversations search,
            VisitorIdentities identities,
            Colleagues colleagues,
            RateLimits limits) {
        this.search = search;
        this.identities = identities;
        this.colleagues = colleagues;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.CONVERSATION_READ)
    SearchPage page() {
        return new SearchPage("", null, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.CONVERSATION_READ)
    SearchPage search(Form form, Caller caller) {
        try {
            var words = SearchWords.of(form.typed());
            limits.take(Limit.SEARCH, me(caller).toString());
            var searched =
                    search.search(words, EnumSet.allOf(Searched.In.class), form.cursor(), ROWS);
            return new SearchPage(form.typed(), result(searched), FormErrors.NONE);
        } catch (BadInput refused) {
            return new SearchPage(form.typed(), null, FormErrors.of(refused));
        }
    }

    private SearchPage.Result result(Searched searched) {
        var found = searched.hits().stream().map(Searched.Hit::conversation).toList();
        var visitors = identities.findAll(found.stream().map(Conversation::id).toList());
        var names =
                colleagues.names(
                        found.stream()
                                .map(Conversation::assignee)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return new SearchPage.Result(
                searched.hits().stream().map(hit -> row(hit, visitors, names)).toList(),
                searched.looked(),
                searched.backTo(),
                searched.next());
    }

    private static SearchPage.Found row(
            Searched.Hit hit,
            Map<Conversation.Id, VisitorIdentity> visitors,
            Function<Account.Id, String> names) {
        var conversation = hit.conversation();
        var visitor = visitors.get(conversation.id());
        var assignee = conversation.assignee();
        return new SearchPage.Found(
                conversation.id().value(),
                visitor == null ? null : visitor.shownName(),
                conversation.state(),
                assignee == null ? null : names.apply(assignee),
                hit.in(),
                hit.snippet(),
                hit.place(),
                hit.at(),
                hit.others());
    }
}
