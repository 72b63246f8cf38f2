package io.taros.inbox.web;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.Queues;
import io.taros.conversation.RestrictedReading;
import io.taros.inbox.InboxLines;
import io.taros.inbox.Presence;
import io.taros.inbox.web.ThreadPages.Draft;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Redirect;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Reading: the queues, a conversation, and the line on which one hears that something is new. */
@Controller
@RequestMapping("/inbox")
class InboxController {
    private final InboxPages lists;
    private final ThreadPages threads;
    private final Conversations conversations;
    private final Queues queues;
    private final InboxLines lines;
    private final Presence presence;
    private final RestrictedReading restricted;

    InboxController(
            InboxPages lists,
            ThreadPages threads,
            Conversations conversations,
            Queues queues,
            InboxLines lines,
            Presence presence,
            RestrictedReading restricted) {
        this.restricted = restricted;
        this.lists = lists;
        this.threads = threads;
        this.conversations = conversations;
        this.queues = queues;
        this.lines = lines;
        this.presence = presence;
    }

    /** Whoever is signed in: pages have no other callers. */
    static Account.Id me(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account(), "signed in"));
    }

    @GetMapping
    @Requires(Permission.CONVERSATION_READ)
    InboxPage inbox(
            HandlingController.Back back,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        var me = me(caller);
        var place = back.place().from(cursor);
        return new InboxPage(lists.list(place, me, null), null, presence.isAway(me));
    }

    @GetMapping("/list")
    @Requires(Permission.CONVERSATION_READ)
    InboxPage.QueueList list(
            HandlingController.Back back,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable UUID open,
            Caller caller) {
        return lists.list(back.place().from(cursor), me(caller), open);
    }

    @GetMapping("/{id}")
    @Requires(Permission.CONVERSATION_READ)
    InboxPage read(
            @PathVariable UUID id, HandlingController.Back back, Caller caller, Locale locale) {
        return read(id, back.place(), Draft.NONE, caller, locale);
    }

    /** With what somebody was about to say, and why it was not said. */
    InboxPage read(UUID id, Place place, Draft draft, Caller caller, Locale locale) {
        restricted.begin(new Conversation.Id(id), caller);
        var me = me(caller);
        var thread = threads.thread(id, place, me, draft, locale);
        queues.mark(new Conversation.Id(id), me, thread.seen());
        return new InboxPage(lists.list(place, me, id), thread, presence.isAway(me));
    }

    /** What came after a place; whoever asks has read up to it, and reads this now. */
    @GetMapping("/{id}/entries")
    @Requires(Permission.CONVERSATION_READ)
    ThreadNews news(
            @PathVariable UUID id,
            @RequestParam long after,
            HandlingController.Back back,
            Caller caller,
            Locale locale) {
        if (after == 0) {
            restricted.begin(new Conversation.Id(id), caller);
        } else {
            restricted.check(new Conversation.Id(id), caller);
        }
        var me = me(caller);
        var news = threads.news(id, after, back.place(), me, locale);
        if (!news.entries().isEmpty()) {
            queues.mark(new Conversation.Id(id), me, news.entries().getLast().sequence());
        }
        return news;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Permission.CONVERSATION_READ)
    ResponseEntity<SseEmitter> events(
            @RequestParam(required = false) @Nullable UUID conversation, Caller caller) {
        var open = conversation == null ? null : there(conversation);
        if (open != null) {
            restricted.check(open, caller);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
                // Proxies that gather small writes would turn a stream into a download.
                .header("X-Accel-Buffering", "no")
                .body(lines.open(me(caller), open));
    }

    /** The conversation, if the caller may see it. */
    Conversation.Id there(UUID id) {
        return conversations.get(new Conversation.Id(id)).id();
    }

    @PostMapping("/presence")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect presence(@RequestParam(defaultValue = "false") boolean away, Caller caller) {
        presence.away(me(caller), away);
        return new Redirect("/inbox");
    }
}
