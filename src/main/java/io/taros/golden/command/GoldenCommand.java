package io.taros.golden.command;

import io.taros.bot.Bot;
import io.taros.bot.BotOwners;
import io.taros.bot.Bots;
import io.taros.golden.AskNow;
import io.taros.golden.GoldenFile;
import io.taros.golden.GoldenResult;
import io.taros.golden.NewGoldenQuestion;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Refusal;
import io.taros.platform.web.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code golden} on a data directory of one's own; with {@code --url} it is {@link
 * GoldenElsewhere} instead.
 */
@Component
class GoldenCommand implements Command {
    static final String NAME = "golden";

    private final AskNow ask;
    private final Bots bots;
    private final BotOwners owners;
    private final MessageSource messages;
    private final JsonMapper json;

    GoldenCommand(
            AskNow ask, Bots bots, BotOwners owners, MessageSource messages, JsonMapper json) {
        this.ask = ask;
        this.bots = bots;
        this.owners = owners;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(Options options) throws Exception {
        try {
            var results = results(options);
            var verdict = Verdict.of(results, new Texts(messages, Locale.ENGLISH));
            if (options.has("json")) {
                System.out.println(json.writeValueAsString(verdict));
            } else {
                verdict.print();
            }
            return verdict.exitCode();
        } catch (Refusal refused) {
            return notAsAsked(messages.getMessage(refused, Locale.ENGLISH));
        } catch (NotAsAsked refused) {
            return notAsAsked(refused.getMessage());
        }
    }

    private List<GoldenResult> results(Options options) throws Exception {
        var id = new Bot.Id(bot(options));
        var file = file(options);
        var owner =
                owners.find(id)
                        .orElseThrow(() ->
                                new NotAsAsked(
                                        "There is no bot %s in this data directory."
                                                .formatted(id.value())));
        return Tenancy.callAs(
                owner,
                () -> {
                    var bot = bots.get(id);
                    return file.isEmpty() ? ask.list(bot) : ask.these(bot, read(file.get()));
                });
    }

    static UUID bot(Options options) {
        return options.find("bot")
                .flatMap(GoldenCommand::id)
                .orElseThrow(() -> new NotAsAsked("Name the bot by its id: --bot ID."));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<Path> file(Options options) {
        var file = options.find("questions").map(Path::of);
        if (file.isEmpty() && options.has("questions")) {
            throw new NotAsAsked("Name the file: --questions golden.csv.");
        }
        return file;
    }

    private static List<NewGoldenQuestion> read(Path file) {
        try {
            return GoldenFile.read(Files.readAllBytes(file)).stream()
                    .map(GoldenFile.Line::content)
                    .toList();
        } catch (IOException unreadable) {
            throw new NotAsAsked("%s cannot be read.".formatted(file));
        }
    }

    static int notAsAsked(String sentence) {
        System.err.println(sentence);
        return NotAsAsked.EXIT_CODE;
    }
}
