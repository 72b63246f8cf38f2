package io.taros.conversation;

import static io.taros.conversation.Conversation.State.BOT;
import static io.taros.conversation.Conversation.State.CLOSED;
import static io.taros.conversation.Conversation.State.PERSON;
import static io.taros.conversation.Conversation.State.RESOLVED;
import static io.taros.conversation.Conversation.State.WAITING;

import io.taros.conversation.Conversation.State;
import io.taros.handover.Team;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to who has the word in a conversation: the whole state machine, drawn
 * in docs/inbox.md. From the states a move does not name it cannot be made.
 *
 * <p>No round of moves can go on by itself: the bot makes none but {@link HandOver}, once for a
 * visitor's message at most, and only a person or the visitor leads back from it.
 */
public sealed interface Move {
    /**
     * A person is promised.
     *
     * @param team to which it is left, unless it is left to one already
     */
    record HandOver(HandoverReason reason, Team.@Nullable Id team) implements Move {}

    /** A person has the word from now on; what the bot had not replied to yet is theirs. */
    record TakeOver() implements Move {}

    /** The person leaves it to another one. */
    record PutBack() implements Move {}

    /** A person leaves it to a team. */
    record Transfer(Team.Id team) implements Move {}

    /** The bot has the word again. */
    record HandBack() implements Move {}

    record Resolve(Resolution resolution) implements Move {}

    record Close(Resolution resolution) implements Move {}

    /** The visitor came back: to people where a person had seen to it, else to the bot. */
    record Reopen(boolean toPeople) implements Move {}

    enum Kind {
        HAND_OVER(WAITING, EnumSet.of(BOT, RESOLVED, CLOSED)),
        TAKE_OVER(PERSON, EnumSet.of(BOT, WAITING, RESOLVED, CLOSED)),
        PUT_BACK(WAITING, EnumSet.of(PERSON)),
        TRANSFER(WAITING, EnumSet.of(BOT, WAITING, PERSON)),
        HAND_BACK(BOT, EnumSet.of(WAITING, PERSON)),
        RESOLVE(RESOLVED, EnumSet.of(BOT, WAITING, PERSON)),
        CLOSE(CLOSED, EnumSet.of(BOT, WAITING, PERSON, RESOLVED)),
        REOPEN(BOT, EnumSet.of(RESOLVED, CLOSED)),
        /** No change of state: who sees to it. */
        ASSIGN(null, EnumSet.allOf(State.class));

        private final @Nullable State to;
        private final Set<State> from;

        Kind(@Nullable State to, Set<State> from) {
            this.to = to;
            this.from = from;
        }

        public Set<State> from() {
            return EnumSet.copyOf(from);
        }
    }

    default Kind kind() {
        return switch (this) {
            case HandOver handOver -> Kind.HAND_OVER;
            case TakeOver takeOver -> Kind.TAKE_OVER;
            case PutBack putBack -> Kind.PUT_BACK;
            case Transfer transfer -> Kind.TRANSFER;
            case HandBack handBack -> Kind.HAND_BACK;
            case Resolve resolve -> Kind.RESOLVE;
            case Close close -> Kind.CLOSE;
            case Reopen reopen -> Kind.REOPEN;
        };
    }

    default State to() {
        if (this instanceof Reopen(var toPeople) && toPeople) {
            return WAITING;
        }
        var to = kind().to;
        if (to == null) {
            throw new IllegalStateException(kind() + " changes no state");
        }
        return to;
    }

    default Team.@Nullable Id team() {
        return switch (this) {
            case HandOver(var reason, var team) -> team;
            case Transfer(var team) -> team;
            case TakeOver takeOver -> null;
            case PutBack putBack -> null;
            case HandBack handBack -> null;
            case Resolve resolve -> null;
            case Close close -> null;
            case Reopen reopen -> null;
        };
    }

    /** Why, in a word of a closed list. */
    default @Nullable Enum<?> reason() {
        return switch (this) {
            case HandOver(var reason, var team) -> reason;
            case Resolve(var resolution) -> resolution;
            case Close(var resolution) -> resolution;
            case TakeOver takeOver -> null;
            case PutBack putBack -> null;
            case Transfer transfer -> null;
            case HandBack handBack -> null;
            case Reopen reopen -> null;
        };
    }
}
