package io.taros.analytics;

import io.taros.conversation.Milestone;
import io.taros.conversation.Milestone.AnswerRated;
import io.taros.conversation.Milestone.ChatRated;
import io.taros.conversation.Milestone.Ended;
import io.taros.conversation.Milestone.HandedOver;
import io.taros.conversation.Milestone.PersonReplied;
import io.taros.conversation.Milestone.Settled;
import io.taros.conversation.Milestone.Tagged;
import io.taros.conversation.Milestone.Untagged;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts what happens in conversations, in the transaction in which it does. */
@Component
class CountingMilestones {
    private final BotCounts counts;

    CountingMilestones(BotCounts counts) {
        this.counts = counts;
    }

    @EventListener
    void on(Milestone milestone) {
        var day = LocalDate.ofInstant(milestone.at(), ZoneOffset.UTC);
        var what = milestone.what();
        var row = new Tallies.Row(milestone.bot(), day, kindOf(what), nameOf(what));
        counts.add(row, what instanceof Untagged ? -1 : 1);
    }

    private static Tally.Kind kindOf(Milestone.What what) {
        return switch (what) {
            case HandedOver handedOver -> Tally.Kind.HANDOVER;
            case PersonReplied replied -> Tally.Kind.FIRST_REPLY;
            case Settled settled -> Tally.Kind.SETTLED;
            case Ended ended -> Tally.Kind.ENDING;
            case Tagged tagged -> Tally.Kind.TAG;
            case Untagged untagged -> Tally.Kind.TAG;
            case ChatRated rated -> Tally.Kind.CHAT_RATING;
            case AnswerRated rated -> Tally.Kind.ANSWER_RATING;
        };
    }

    private static String nameOf(Milestone.What what) {
        return switch (what) {
            case HandedOver(var reason) -> reason.name();
            case PersonReplied(var waited) -> Waits.nameOf(waited);
            case Settled(var took) -> Waits.nameOf(took);
            case Ended(var resolution) -> resolution.name();
            case Tagged(var tag) -> tag.value().toString();
            case Untagged(var tag) -> tag.value().toString();
            case ChatRated(var score) -> String.valueOf(score);
            case AnswerRated(var score) -> String.valueOf(score);
        };
    }
}
