package io.taros.widget;

import io.taros.conversation.Attachment;
import io.taros.conversation.Feed;
import io.taros.conversation.Message;
import io.taros.conversation.NewMessage;
import io.taros.conversation.PostMessage;
import io.taros.conversation.Resolution;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
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
     * @param attachments brought before, which go with it
     * @param solution of a puzzle, where one was asked
     */
    record Given(
            @Nullable String text,
            @Nullable String clientId,
            @Nullable List<UUID> attachments,
            @Nullable String solution) {
        NewMessage checked() {
            return new NewMessage(checkedText(), checkedClientId(), files());
        }

        private List<Attachment.Id> files() {
            return attachments == null
                    ? List.of()
                    : attachments.stream()
                            .filter(Objects::nonNull)
                            .distinct()
                            .map(Attachment.Id::new)
                            .toList();
        }

        private String checkedText() {
            if (text == null || text.isBlank()) {
                if (!files().isEmpty()) {
                    return "";
                }
                throw new BadInput("text", "widget.input.message");
            }
            if (text.length() > Message.MAX_LENGTH) {
                throw new BadInput(
                        "text", "widget.input.message-long", Message.MAX_LENGTH, text.length());
            }
            return text.strip();
        }

        private String checkedClientId() {
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
    Accepted post(Visit visit, @RequestBody Given given, HttpServletRequest request) {
        var message = given.checked();
        limits.message(request, visit, message.clientId(), given.solution());
        var visitor = admittance.admit(visit, request);
        if (visit.conversation().resolution() == Resolution.SPAM) {
            puzzles.raise(request, visit.bot());
        }
        return new Accepted(post.post(visit.id(), message, visitor).value());
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
