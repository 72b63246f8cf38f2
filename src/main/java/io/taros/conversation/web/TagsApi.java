package io.taros.conversation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.RestrictedReading;
import io.taros.conversation.Tag;
import io.taros.conversation.Tagging;
import io.taros.conversation.Tags;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Page;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tags, for programs that put them on conversations. */
@RestController
@io.swagger.v3.oas.annotations.tags.Tag(name = "Conversations")
class TagsApi {
    private final Tags tags;
    private final Tagging tagging;
    private final Conversations conversations;
    private final RestrictedReading restricted;

    TagsApi(Tags tags, Tagging tagging, Conversations conversations, RestrictedReading restricted) {
        this.conversations = conversations;
        this.tags = tags;
        this.tagging = tagging;
        this.restricted = restricted;
    }

    @Schema(name = "Tag")
    record One(
            UUID id,
            String name,
            String colour,
            @Schema(description = "Stays where it is, and is put on nothing new")
                    boolean archived) {
        private static One of(Tag tag) {
            return new One(
                    tag.id().value(),
                    tag.name(),
                    tag.colour().name().toLowerCase(Locale.ROOT),
                    tag.isArchived());
        }
    }

    @GetMapping("/api/v1/tags")
    @Requires(Permission.CONVERSATION_READ)
    @Operation(operationId = "listTags", summary = "List tags")
    Page<One> list() {
        return all(tags.list());
    }

    private static Page<One> all(List<Tag> tags) {
        return new Page<>(tags.stream().map(One::of).toList(), new Page.Pagination(null, false));
    }

    @GetMapping("/api/v1/conversations/{id}/tags")
    @Requires(Permission.CONVERSATION_READ)
    @Operation(operationId = "listTagsOfConversation", summary = "List the tags on a conversation")
    Page<One> on(@PathVariable UUID id, Caller caller) {
        var conversation = new Conversation.Id(id);
        restricted.check(conversation, caller);
        conversations.get(conversation);
        return all(tagging.on(conversation));
    }

    @PutMapping("/api/v1/conversations/{id}/tags/{tag}")
    @Requires(Permission.CONVERSATION_REPLY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "tagConversation", summary = "Put a tag on a conversation")
    void put(@PathVariable UUID id, @PathVariable UUID tag, Caller caller) {
        restricted.refuse(new Conversation.Id(id), caller);
        tagging.put(new Conversation.Id(id), new Tag.Id(tag));
    }

    @DeleteMapping("/api/v1/conversations/{id}/tags/{tag}")
    @Requires(Permission.CONVERSATION_REPLY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "untagConversation", summary = "Take a tag off a conversation")
    void take(@PathVariable UUID id, @PathVariable UUID tag, Caller caller) {
        restricted.refuse(new Conversation.Id(id), caller);
        tagging.take(new Conversation.Id(id), new Tag.Id(tag));
    }
}
