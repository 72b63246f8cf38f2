package io.taros.improve;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.conversation.JudgedReplies;
import io.taros.conversation.Message;
import io.taros.conversation.Transcripts;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.web.MarkedText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Turns a question of a visitor, and what was replied, into something the bot knows. */
@Component
public class Improving {
    /**
     * What a person has to go on.
     *
     * @param otherWordings other ways visitors asked the same without getting an answer
     * @param reply what the bot said; none while it is at it
     */
    public record Occasion(
            Bot.Id bot,
            Conversation.Id conversation,
            String question,
            List<String> otherWordings,
            @Nullable Message reply) {
        public Occasion {
            otherWordings = List.copyOf(otherWordings);
        }
    }

    /** A person's answer, for everybody who will ask. */
    public record Better(String question, List<String> otherWordings, String answer) {
        public Better {
            otherWordings = List.copyOf(otherWordings);
        }
    }

    private final Transcripts transcripts;
    private final UnansweredQuestions unanswered;
    private final Improvements improvements;
    private final Sources sources;
    private final JudgedReplies judged;
    private final ApplicationEventPublisher events;

    Improving(
            Transcripts transcripts,
            UnansweredQuestions unanswered,
            Improvements improvements,
            Sources sources,
            JudgedReplies judged,
            ApplicationEventPublisher events) {
        this.transcripts = transcripts;
        this.unanswered = unanswered;
        this.improvements = improvements;
        this.sources = sources;
        this.judged = judged;
        this.events = events;
    }

    public Occasion occasion(Message.Id question) {
        var exchange = transcripts.exchange(question);
        var bot = transcripts.botOf(exchange);
        var wordings =
                unanswered.list(bot).stream()
                        .filter(one -> one.messages().contains(question))
                        .flatMap(one -> one.wordingsBeside(exchange.question().text()).stream())
                        .toList();
        return new Occasion(
                bot,
                exchange.conversation(),
                exchange.question().text().strip(),
                wordings,
                exchange.reply());
    }

    /** Every message that asked the same counts as answered with it. */
    public Source save(Message.Id question, Better better, Confirmation confirmation) {
        var exchange = transcripts.exchange(question);
        var bot = transcripts.botOf(exchange);
        var asked = askingTheSame(bot, question);
        var pair =
                new NewSource.Qa(bot, better.question(), better.otherWordings(), better.answer());
        var source = sources.add(pair, confirmation);
        improvements.decide(asked, source.id());
        var reply = exchange.reply();
        if (reply != null) {
            judged.byPerson(question, isUnchanged(reply, better));
        }
        events.publishEvent(new AnswerImproved(bot, source.id()));
        return source;
    }

    /** The form begins with the reply; who saves it as it is says that it was right. */
    private static boolean isUnchanged(Message reply, Better better) {
        return words(MarkedText.plain(reply.text())).equals(words(better.answer()));
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The question is asked no more about, whoever asked it. */
    public Bot.Id dismiss(Message.Id question) {
        var bot = transcripts.botOf(transcripts.exchange(question));
        improvements.decide(askingTheSame(bot, question), null);
        return bot;
    }

    private List<Message.Id> askingTheSame(Bot.Id bot, Message.Id question) {
        return unanswered.list(bot).stream()
                .map(UnansweredQuestion::messages)
                .filter(messages -> messages.contains(question))
                .findFirst()
                .orElse(List.of(question));
    }
}
