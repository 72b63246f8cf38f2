package io.taros.conversation;

import io.taros.bot.Bot;
import io.taros.platform.web.BadInput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody is looked for.
 *
 * @param value as it was given
 * @param bot whose website calls its user so: another's may call somebody else the same. Absent
 *     where somebody is found by anything else, or the bot is gone
 */
public record Sought(Sought.By by, String value, Bot.@Nullable Id bot) {
    public enum By {
        /** An address left in a conversation, or vouched for by the website. */
        EMAIL,
        PHONE,
        /** The website's own name for its user. */
        IDENTITY,
        CONVERSATION;

        /** What to do when a value cannot be one. */
        String key() {
            return "conversation.input.sought." + name();
        }
    }

    private static final int LONGEST = 254;
    private static final int DIGITS = 5;

    public Sought {
        value = value.strip();
        if (value.isEmpty()) {
            throw new BadInput("value", "platform.field.required");
        }
        if (value.length() > LONGEST || !fits(by, value)) {
            throw new BadInput("value", by.key());
        }
    }

    public Sought(By by, String value) {
        this(by, value, null);
    }

    private static boolean fits(By by, String value) {
        return switch (by) {
            case EMAIL -> value.matches("[^\\s@]+@[^\\s@]+");
            case PHONE -> value.chars().filter(Character::isDigit).count() >= DIGITS;
            case IDENTITY -> true;
            case CONVERSATION -> isId(value);
        };
    }

    private static boolean isId(String value) {
        try {
            return UUID.fromString(value).toString().equalsIgnoreCase(value);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
