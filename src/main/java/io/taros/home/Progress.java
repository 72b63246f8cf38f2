package io.taros.home;

import io.taros.bot.Bot;
import io.taros.bot.Recipients;
import io.taros.bot.Writers;
import io.taros.conversation.Conversations;
import io.taros.home.web.HomePage;
import io.taros.home.web.HomePage.Check;
import io.taros.home.web.HomePage.Step;
import io.taros.home.web.HomePage.Tone;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.TarosSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far an organization has come with a bot, read from what is there. */
@Component
public class Progress {
    private final Sources sources;
    private final Conversations conversations;
    private final SetupSteps steps;
    private final Writers writers;
    private final TarosSettings installation;

    Progress(
            Sources sources,
            Conversations conversations,
            SetupSteps steps,
            Writers writers,
            TarosSettings installation) {
        this.sources = sources;
        this.conversations = conversations;
        this.steps = steps;
        this.writers = writers;
        this.installation = installation;
    }

    public HomePage of(Bot bot) {
        var taught = sources.taught(bot.id());
        var read = taught.stream().mapToLong(source -> source.progress().read()).sum();
        var passages = taught.stream().mapToLong(source -> source.progress().passages()).sum();
        var talked = conversations.count(bot.id());
        return new HomePage(
                bot.name(),
                done(bot, passages, talked),
                new HomePage.Figures(taught.size(), read, passages, talked),
                checks(bot, taught));
    }

    private List<Step> done(Bot bot, long passages, long talked) {
        var done = new ArrayList<Step>();
        var taken = steps.taken();
        if (passages > 0) {
            done.add(Step.TEACH);
        }
        if (talked > 0 || taken.contains(Step.ASK)) {
            done.add(Step.ASK);
        }
        if (taken.contains(Step.SHAPE)) {
            done.add(Step.SHAPE);
        }
        if (conversations.isAnyOutside(bot.id(), installation.link("/"))) {
            done.add(Step.EMBED);
        }
        return done;
    }

    private List<Check> checks(Bot bot, List<Source> taught) {
        var checks = new ArrayList<Check>();
        var ready = count(taught, Source.Status.READY);
        var failed = count(taught, Source.Status.FAILED);
        var busy = taught.size() - ready - failed;
        var pages = taught.stream().mapToInt(source -> source.progress().failed()).sum();
        if (taught.isEmpty()) {
            checks.add(knowledge(Tone.WARN, "home.health.none"));
        } else if (ready == taught.size()) {
            checks.add(knowledge(Tone.GOOD, "home.health.ready", ready));
        }
        if (busy > 0) {
            checks.add(knowledge(Tone.BUSY, "home.health.busy", busy));
        }
        if (failed > 0) {
            checks.add(knowledge(Tone.BAD, "home.health.failed", failed));
        }
        if (pages > 0) {
            checks.add(knowledge(Tone.WARN, "home.health.pages", pages));
        }
        checks.add(writer(bot));
        return checks;
    }

    private Check writer(Bot bot) {
        return writers.find(bot.provider(), bot.model())
                .map(writer ->
                        new Check(
                                Tone.GOOD,
                                "home.health.model",
                                List.of(writer.model() + " (" + writer.host() + ")"),
                                "/bot"))
                .orElseGet(() -> quotes(writers.recipients(bot.provider(), bot.model())));
    }

    private static Check quotes(Recipients recipients) {
        if (recipients.kept() != null) {
            return new Check(
                    Tone.WARN,
                    recipients.kept().key(),
                    List.of(recipients.kept().host()),
                    "/settings/outbound-data");
        }
        return recipients.embedder() == null
                ? new Check(Tone.GOOD, "home.health.quotes", List.of(), "/bot")
                : new Check(
                        Tone.GOOD,
                        "home.health.quotes-embedded",
                        List.of(recipients.embedder()),
                        "/bot");
    }

    private static int count(List<Source> sources, Source.Status status) {
        return (int) sources.stream().filter(source -> source.status() == status).count();
    }

    private static Check knowledge(Tone tone, String key, Object... arguments) {
        return new Check(tone, key, List.of(arguments), "/knowledge");
    }
}
