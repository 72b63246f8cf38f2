package io.taros.conversation;

import io.taros.bot.Bot;
import io.taros.platform.crypto.OrganizationKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Closes and opens what a visitor left, each column bound to its row. */
@Component
class SealedLeads {
    static final String TABLE = "lead";

    private final Seal seal;
    private final OrganizationKeys keys;
    private final JsonMapper json;

    SealedLeads(Seal seal, OrganizationKeys keys, JsonMapper json) {
        this.seal = seal;
        this.keys = keys;
        this.json = json;
    }

    record Row(
            Lead.Id id,
            Conversation.Id conversationId,
            Bot.Id botId,
            byte @Nullable [] sealedName,
            byte @Nullable [] sealedEmail,
            byte @Nullable [] sealedPhone,
            byte @Nullable [] sealedNote,
            byte @Nullable [] sealedAnswers,
            @Nullable String consentText,
            Lead.Consent.@Nullable Method consentMethod,
            @Nullable Integer consentVersion,
            @Nullable String consentLanguage,
            byte @Nullable [] sealedPage,
            Instant createdAt) {}

    byte @Nullable [] close(String column, Lead.Id id, @Nullable String value) {
        return seal.closeField(TABLE, column, id, value);
    }

    byte @Nullable [] closeAnswers(Lead.Id id, List<Lead.Answer> answers) {
        return answers.isEmpty()
                ? null
                : keys.encrypt(json.writeValueAsBytes(answers), answersOf(id));
    }

    @Nullable String open(String column, Lead.Id id, byte @Nullable [] sealed) {
        return seal.openField(TABLE, column, id, sealed);
    }

    Lead open(Row row) {
        var id = row.id();
        var contact =
                new Lead.Contact(
                        open("name", id, row.sealedName()),
                        open("email", id, row.sealedEmail()),
                        open("phone", id, row.sealedPhone()),
                        open("note", id, row.sealedNote()));
        return new Lead(
                id,
                row.conversationId(),
                row.botId(),
                new Lead.Given(contact, answers(row), consent(row)),
                row.createdAt());
    }

    private List<Lead.Answer> answers(Row row) {
        if (row.sealedAnswers() == null) {
            return List.of();
        }
        var plain = keys.decrypt(row.sealedAnswers(), answersOf(row.id()));
        return List.of(
                json.readValue(new String(plain, StandardCharsets.UTF_8), Lead.Answer[].class));
    }

    /** Of what was left before there were forms nothing is known but the wording. */
    private Lead.@Nullable Consent consent(Row row) {
        return row.consentText() == null
                ? null
                : new Lead.Consent(
                        row.consentText(),
                        row.consentMethod() == null
                                ? Lead.Consent.Method.REPORTED
                                : row.consentMethod(),
                        row.consentVersion(),
                        row.consentLanguage(),
                        open("page", row.id(), row.sealedPage()));
    }

    private static String answersOf(Lead.Id id) {
        return "lead.answers:" + id.value();
    }
}
