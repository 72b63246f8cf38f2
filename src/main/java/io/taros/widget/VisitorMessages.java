package io.taros.widget;

import io.taros.conversation.Feed;
import io.taros.conversation.Message;
import io.taros.conversation.PostMessage;
import io.taros.conversation.Resolution;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a visitor says, and the line on which everything that is said comes back. */
@RestController
@RequestMapping("/widget/v1/{publicKey}/conversations/{id}")
class VisitorMessages {
    private static final int MAX_CLIENT_ID = 100;

    private final PostMessage post;
    private final Admittance admittance;
    private final BlockedVisitors blocked;
    private final VisitorStreams streams;
    private final VisitorLimits limits;
    private final VisitorPuzzles puzzles;

    VisitorMessages(
            PostMessage post,
            Admittance admittance,
            BlockedVisitors blocked,
            VisitorStreams streams,
            VisitorLimits limits,
            VisitorPuzzles puzzles) {
        this.puzzles = puzzles;
        this.post = post;
        this.admittance = admittance;
        this.blocked = blocked;
        this.streams = streams;
        this.limits = limits;
    }

    /**
     * @param solution of a puzzle, where one was asked
     */
    record NewMessage(@Nullable String text, @Nullable String clientId, @Nullable String solution) {
        String checkedText() {
            if (text == null || text.isBlank()) {
                throw new BadInput("text", "widget.input.message");
            }
            if (text.length() > Message.MAX_LENGTH) {
                throw new BadInput(
                        "text", "widget.input.message-long", Message.MAX_LENGTH, text.length());
            }
            return text.strip();
        }

        String checkedClientId() {
            if (clientId == null || clientId.isBlank() || clientId.length() > MAX_CLIENT_ID) {
                throw new BadInput("clientId", "widget.input.client-id", MAX_CLIENT_ID);
            }
            return clientId;
        }
    }

    record Accepted(UUID id) {}

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Open(VisitorConversations.OWNER)
    Accepted post(Visit visit, @RequestBody NewMessage message, HttpServletRequest request) {
        var text = message.checkedText();
        var clientId = message.checkedClientId();
        limits.message(request, visit, clientId, message.solution());
        var visitor = admittance.admit(visit, request);
        if (visit.conversation().resolution() == Resolution.SPAM) {
            puzzles.raise(request, visit.bot());
        }
        return new Accepted(post.post(visit.id(), text, clientId, visitor).value());
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Open(VisitorConversations.OWNER)
    ResponseEntity<SseEmitter> events(
            Visit visit,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request) {
        blocked.see(visit, request);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
                // Proxies that gather small writes would turn a stream into a download.
                .header("X-Accel-Buffering", "no")
                .body(streams.open(visit.id(), position(last), limits.addressOf(request)));
    }

    private static Feed.Position position(@Nullable String last) {
        if (last == null || last.isBlank()) {
            return new Feed.Position.Transcript();
        }
        try {
            return new Feed.Position.After(Math.max(0, Long.parseLong(last.strip())));
        } catch (NumberFormatException e) {
            return new Feed.Position.Transcript();
        }
    }
}
