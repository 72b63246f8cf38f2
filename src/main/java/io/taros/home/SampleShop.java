package io.taros.home;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.bot.WidgetLook;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.security.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A help centre of a shop that does not exist, written for this product. */
@Component
public class SampleShop {
    private static final String FOLDER = "sample/en/";
    private static final List<String> ARTICLES =
            List.of(
                    "shipping.md",
                    "returns.md",
                    "sizes.md",
                    "care.md",
                    "repairs.md",
                    "payment.md",
                    "gift-cards.md",
                    "wool.md",
                    "visit.md",
                    "orders.md",
                    "contact.md");
    public static final List<String> SUGGESTIONS =
            List.of(
                    "How long does delivery to Germany take?",
                    "Can I return a jumper I have washed?",
                    "When is the boathouse open?",
                    "Does the jumper scratch?");

    private final Sources sources;
    private final Bots bots;

    SampleShop(Sources sources, Bots bots) {
        this.sources = sources;
        this.bots = bots;
    }

    /** The source that takes longest to read is answered with, to watch. */
    public Source teach(Bot bot, Caller caller) {
        var confirmation = Confirmation.by(caller);
        for (var section : text("questions.md").split("(?m)^## ")) {
            var parts = section.strip().split("\n", 2);
            if (parts.length == 2) {
                sources.add(
                        new NewSource.Qa(bot.id(), parts[0].strip(), List.of(), parts[1].strip()),
                        confirmation);
            }
        }
        var taught =
                ARTICLES.stream()
                        .map(name ->
                                sources.add(
                                        new NewSource.Text(bot.id(), titleOf(name), text(name)),
                                        confirmation))
                        .toList();
        bots.replace(bot.id(), suggesting(bots.getInDraft(bot.id())));
        return taught.getLast();
    }

    private static BotSettings suggesting(Bot bot) {
        var look = bot.widget();
        return BotSettings.of(bot)
                .withWidget(
                        new WidgetLook(
                                look.greeting(),
                                SUGGESTIONS,
                                look.accentColour(),
                                look.launcherPosition(),
                                look.theme(),
                                look.texts()));
    }

    private static String titleOf(String name) {
        return Arrays.stream(text(name).split("\n", 2)).findFirst().orElse(name).substring(2);
    }

    private static String text(String name) {
        try {
            return new ClassPathResource(FOLDER + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
