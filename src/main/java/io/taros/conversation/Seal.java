package io.taros.conversation;

import io.taros.platform.crypto.OrganizationKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closes and opens what people say. Every seal names its row, so that bytes moved to another row do
 * not open. Called outside transactions: the first use of a key reads it in one of its own.
 */
@Component
class Seal {
    private final OrganizationKeys keys;
    private final JsonMapper json;

    Seal(OrganizationKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    SealedMessage close(Conversation.Id conversation, Message message) {
        return new SealedMessage(
                message.id(),
                conversation,
                message.sequence(),
                message.role(),
                message.clientId(),
                message.answers(),
                keys.encryptText(message.text(), textOf(message.id())),
                message.author() == null ? null : message.author().account(),
                message.author() == null
                        ? null
                        : keys.encryptText(message.author().name(), authorOf(message.id())),
                message.sources().isEmpty()
                        ? null
                        : keys.encrypt(
                                json.writeValueAsBytes(message.sources()), sourcesOf(message.id())),
                message.outcome(),
                message.reliability(),
                message.rawReliability(),
                message.reasons(),
                message.why(),
                message.choices().isEmpty()
                        ? null
                        : keys.encrypt(
                                json.writeValueAsBytes(message.choices()), choicesOf(message.id())),
                message.createdAt());
    }

    Message open(SealedMessage sealed) {
        return new Message(
                sealed.id(),
                sealed.sequence(),
                sealed.role(),
                keys.decryptText(sealed.sealedText(), textOf(sealed.id())),
                author(sealed),
                sealed.clientId(),
                sealed.answers(),
                sources(sealed),
                sealed.reliability(),
                sealed.rawReliability(),
                sealed.reasons(),
                sealed.outcome(),
                sealed.why(),
                choices(sealed),
                List.of(),
                sealed.createdAt());
    }

    byte[] closeEvent(Conversation.Id conversation, UUID event, String data) {
        return keys.encryptText(data, eventOf(conversation, event));
    }

    String openEvent(Conversation.Id conversation, UUID event, byte[] sealed) {
        return keys.decryptText(sealed, eventOf(conversation, event));
    }

    byte @Nullable [] closeField(
            String table, String column, io.taros.platform.sql.Id row, @Nullable String value) {
        return value == null ? null : keys.encryptText(value, field(table, column, row));
    }

    @Nullable String openField(
            String table, String column, io.taros.platform.sql.Id row, byte @Nullable [] sealed) {
        return sealed == null ? null : keys.decryptText(sealed, field(table, column, row));
    }

    private Message.@Nullable Author author(SealedMessage sealed) {
        return sealed.sealedAuthor() == null
                ? null
                : new Message.Author(
                        sealed.author(),
                        keys.decryptText(sealed.sealedAuthor(), authorOf(sealed.id())));
    }

    private List<Message.Source> sources(SealedMessage sealed) {
        if (sealed.sealedSources() == null) {
            return List.of();
        }
        var plain = keys.decrypt(sealed.sealedSources(), sourcesOf(sealed.id()));
        return List.of(
                json.readValue(new String(plain, StandardCharsets.UTF_8), Message.Source[].class));
    }

    private List<String> choices(SealedMessage sealed) {
        if (sealed.sealedChoices() == null) {
            return List.of();
        }
        var plain = keys.decrypt(sealed.sealedChoices(), choicesOf(sealed.id()));
        return List.of(json.readValue(new String(plain, StandardCharsets.UTF_8), String[].class));
    }

    private static String eventOf(Conversation.Id conversation, UUID event) {
        return "stream_event.data:" + conversation.value() + "/" + event;
    }

    private static String textOf(Message.Id id) {
        return "message.text:" + id.value();
    }

    private static String authorOf(Message.Id id) {
        return "message.author:" + id.value();
    }

    private static String sourcesOf(Message.Id id) {
        return "message.sources:" + id.value();
    }

    private static String choicesOf(Message.Id id) {
        return "message.choices:" + id.value();
    }

    private static String field(String table, String column, io.taros.platform.sql.Id row) {
        return table + "." + column + ":" + row.value();
    }
}
