package io.taros.conversation;

import io.taros.account.Account;
import org.jspecify.annotations.Nullable;

/** Who did something in a conversation. */
public sealed interface Actor {
    record Visitor() implements Actor {}

    record Bot() implements Actor {}

    /** Time did, by passing. */
    record Clock() implements Actor {}

    /**
     * @param account absent for a program with an API key
     * @param name what visitors are told
     */
    record Person(Account.@Nullable Id account, String name) implements Actor {}

    /** The word it is stored under. */
    default String kind() {
        return switch (this) {
            case Visitor() -> "VISITOR";
            case Bot() -> "BOT";
            case Clock() -> "CLOCK";
            case Person(var account, var name) -> "PERSON";
        };
    }
}
