package io.taros.conversation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.conversation.Actor;
import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.conversation.Move;
import io.taros.conversation.ReplyAsPerson;
import io.taros.conversation.Resolution;
import io.taros.conversation.RestrictedReading;
import io.taros.conversation.SeeToConversation;
import io.taros.conversation.Transcripts;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do in conversations, for programs that speak for them. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
@Tag(name = "Conversations")
class PeopleController {
    private static final int MAX_NAME = 80;
    private static final int MAX_CLIENT_ID = 100;

    private final Transcripts transcripts;
    private final ReplyAsPerson reply;
    private final SeeToConversation seeTo;
    private final RestrictedReading restricted;

    PeopleController(
            Transcripts transcripts,
            ReplyAsPerson reply,
            SeeToConversation seeTo,
            RestrictedReading restricted) {
        this.restricted = restricted;
        this.transcripts = transcripts;
        this.reply = reply;
        this.seeTo = seeTo;
    }

    @Schema(name = "NewReply")
    record NewReply(
            @Schema(description = "At most 4,000 characters") @Nullable String text,
            @Schema(description = "Of the person, as the visitor is told it") @Nullable String name,
            @Schema(description = "Your own name for the message: sent again, it is the same one")
                    @Nullable String clientId) {
        private Actor.Person author() {
            if (name == null || name.isBlank() || name.length() > MAX_NAME) {
                throw new BadInput("name", "conversation.input.name", MAX_NAME);
            }
            return new Actor.Person(null, name.strip());
        }

        private String words() {
            if (text == null || text.isBlank() || text.length() > Message.MAX_LENGTH) {
                throw new BadInput("text", "conversation.input.text", Message.MAX_LENGTH);
            }
            return text.strip();
        }

        private String ownName() {
            if (clientId == null) {
                return UUID.randomUUID().toString();
            }
            if (clientId.isBlank() || clientId.length() > MAX_CLIENT_ID) {
                throw new BadInput("clientId", "conversation.input.client-id", MAX_CLIENT_ID);
            }
            return clientId;
        }
    }

    @Schema(name = "NewMove")
    record NewMove(
            @Schema(
                            allowableValues = {
                                "take_over",
                                "hand_back",
                                "put_back",
                                "resolve",
                                "close_as_spam"
                            })
                    @Nullable String move,
            @Schema(description = "Of the person, as the visitor is told it")
                    @Nullable String name) {
        private Move wanted() {
            return switch (move) {
                case "take_over" -> new Move.TakeOver();
                case "hand_back" -> new Move.HandBack();
                case "put_back" -> new Move.PutBack();
                case "resolve" -> new Move.Resolve(Resolution.BY_PERSON);
                case "close_as_spam" -> new Move.Close(Resolution.SPAM);
                case null, default -> throw new BadInput("move", "conversation.input.move");
            };
        }
    }

    @Schema(name = "Added")
    record Added(UUID id) {}

    @GetMapping
    @Requires(Permission.CONVERSATION_READ)
    @Operation(operationId = "getConversation", summary = "See how a conversation stands")
    ConversationView get(@PathVariable UUID id, Caller caller) {
        restricted.begin(new Conversation.Id(id), caller);
        return view(id);
    }

    private ConversationView view(UUID id) {
        return ConversationView.of(transcripts.summary(new Conversation.Id(id)));
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.CONVERSATION_REPLY)
    @Operation(
            operationId = "replyToConversation",
            summary = "Reply as a person",
            description = "With the first reply the person has taken over: the bot is silent.")
    Added reply(@PathVariable UUID id, @RequestBody NewReply given, Caller caller) {
        restricted.refuse(new Conversation.Id(id), caller);
        var said =
                reply.reply(
                        new Conversation.Id(id),
                        given.author(),
                        given.words(),
                        given.ownName(),
                        Long.MAX_VALUE);
        return switch (said) {
            case ReplyAsPerson.Result.Said(var message) -> new Added(message.value());
            case ReplyAsPerson.Result.OthersWereFaster faster ->
                    throw new IllegalStateException("Programs do not mind what others said");
        };
    }

    @PostMapping("/moves")
    @Requires(Permission.CONVERSATION_REPLY)
    @Operation(
            operationId = "moveConversation",
            summary = "Take over, give back, resolve or close",
            description = "409 where the conversation stands otherwise, see the documentation.")
    ConversationView move(@PathVariable UUID id, @RequestBody NewMove given, Caller caller) {
        restricted.refuse(new Conversation.Id(id), caller);
        var author = new NewReply(null, given.name(), null).author();
        seeTo.move(new Conversation.Id(id), given.wanted(), author);
        return view(id);
    }
}
