package io.taros.block;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.platform.crypto.Secret;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a visitor is known again by.
 *
 * @param value written always the same way
 */
public record Trait(Kind kind, String value) {
    public enum Kind {
        /** The chat they were blocked in. */
        CONVERSATION,
        /** Where they come from. */
        ADDRESS,
        EMAIL,
        /** What a website calls its user. */
        SUBJECT
    }

    public static Trait of(Conversation.Id conversation) {
        return new Trait(Kind.CONVERSATION, conversation.value().toString());
    }

    /**
     * @param digest of it
     */
    public static Trait ofAddress(String digest) {
        return new Trait(Kind.ADDRESS, digest);
    }

    public static Trait ofEmail(String email) {
        return new Trait(
                Kind.EMAIL,
                Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    /** Each bot has a website of its own to call its users what it likes. */
    public static Trait ofSubject(Bot.Id bot, String subject) {
        return new Trait(Kind.SUBJECT, bot.value() + "/" + subject);
    }

    /** To be hashed with a key: by itself it could be found by trying. */
    String digest() {
        return HexFormat.of().formatHex(Secret.hash(kind + "\n" + value));
    }

    /** Never the value: this may end up in a log. */
    @Override
    public String toString() {
        return kind.name();
    }
}
