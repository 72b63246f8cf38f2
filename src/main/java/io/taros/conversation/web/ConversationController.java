package io.taros.conversation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.ActivityCursor;
import io.taros.conversation.Attachment;
import io.taros.conversation.AttachmentAnswer;
import io.taros.conversation.Attachments;
import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.conversation.RestrictedReading;
import io.taros.conversation.ShownMessage;
import io.taros.conversation.Transcripts;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Page;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Conversations", description = "What visitors and your bots said to each other.")
class ConversationController {
    private final Transcripts transcripts;
    private final Attachments attachments;
    private final Bots bots;
    private final RestrictedReading restricted;

    ConversationController(
            Transcripts transcripts,
            Attachments attachments,
            Bots bots,
            RestrictedReading restricted) {
        this.attachments = attachments;
        this.restricted = restricted;
        this.transcripts = transcripts;
        this.bots = bots;
    }

    @GetMapping("/bots/{id}/conversations")
    @Requires(Permission.CONVERSATION_READ)
    @Operation(
            operationId = "listConversations",
            summary = "List a bot's conversations",
            description = "Latest activity first; none that is restricted.")
    Page<ConversationView> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var bot = bots.get(new Bot.Id(id));
        return view(
                transcripts.list(
                        bot.id(),
                        cursor == null ? null : ActivityCursor.parse(cursor),
                        Page.limit(limit)));
    }

    @GetMapping("/conversations")
    @Requires(Permission.CONVERSATION_READ)
    @Operation(
            operationId = "listAllConversations",
            summary = "List conversations by how they stand",
            description = "Of all bots or of one. Latest activity first; none that is restricted.")
    Page<ConversationView> listAll(
            @RequestParam(required = false) @Nullable UUID bot,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "bot",
                                                "waiting",
                                                "person",
                                                "resolved",
                                                "closed"
                                            }))
                    @RequestParam(required = false)
                    @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return view(
                transcripts.list(
                        bot == null ? null : bots.get(new Bot.Id(bot)).id(),
                        state == null ? null : state(state),
                        cursor == null ? null : ActivityCursor.parse(cursor),
                        Page.limit(limit)));
    }

    private static Conversation.State state(String word) {
        return Arrays.stream(Conversation.State.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput("state", "conversation.input.state"));
    }

    private static Page<ConversationView> view(Transcripts.Page page) {
        return new Page<>(
                page.summaries().stream().map(ConversationView::of).toList(),
                new Page.Pagination(
                        page.next() == null ? null : ActivityCursor.format(page.next()),
                        page.next() != null));
    }

    @GetMapping("/conversations/{id}/messages")
    @Requires(Permission.CONVERSATION_READ)
    @Operation(
            operationId = "listMessages",
            summary = "Read a conversation",
            description =
                    "In the order it was said. A restricted one takes the scope data-subject-requests:write.")
    Page<ShownMessage> messages(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        restricted.begin(new Conversation.Id(id), caller);
        var size = Page.limit(limit);
        var rows =
                transcripts.messages(
                        new Conversation.Id(id), cursor == null ? 0 : place(cursor), size + 1);
        var page = Page.of(rows, size, (Message message) -> String.valueOf(message.sequence()));
        return new Page<>(page.data().stream().map(ShownMessage::of).toList(), page.pagination());
    }

    @GetMapping(
            path = "/conversations/{id}/attachments/{attachment}",
            produces = MediaType.ALL_VALUE)
    @Requires(Permission.CONVERSATION_READ)
    @Operation(
            operationId = "getAttachment",
            summary = "Download a file that came with a message",
            description =
                    "As listMessages names it. A restricted conversation takes the scope data-subject-requests:write.")
    ResponseEntity<byte[]> attachment(
            @PathVariable UUID id, @PathVariable UUID attachment, Caller caller) {
        restricted.begin(new Conversation.Id(id), caller);
        return AttachmentAnswer.of(
                attachments.get(new Conversation.Id(id), new Attachment.Id(attachment)));
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new BadInput("cursor", "conversation.input.cursor");
        }
    }
}
