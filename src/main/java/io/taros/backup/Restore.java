package io.taros.backup;

import io.taros.platform.StartRefused;
import io.taros.platform.command.Options;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code restore FILE}: an installation is made of a backup beside the one there is, what was
 * erased since is erased again there, and only when nothing can fail any more does it take its
 * place. Cut off anywhere, it is run again. It needs no installation that works, and so none is
 * started before.
 */
public final class Restore {
    static final String NAME = "restore";
    private static final int NOT_AS_ASKED = 2;
    private static final String NOTHING_REPLACED =
            "The backup could not be restored, and nothing was replaced: %s.";
    private static final String HALF_WAY =
            "The installation is restored, but was put in place half-way only: %s. Do away with the reason and run restore again, which goes on from here; until then no server starts.";
    private static final String IN_USE =
            "A server still uses the database of taros.database.url; stop every one of them first.";

    private final String[] flags;
    private final Options options;
    private final RestoreSettings settings;
    private final ToIntFunction<String[]> application;

    private Restore(String[] flags, RestoreSettings settings, ToIntFunction<String[]> application) {
        this.flags = flags;
        this.options = new Options(List.of(flags));
        this.settings = settings;
        this.application = application;
    }

    public static boolean isMeant(Optional<String> command) {
        return command.filter(NAME::equals).isPresent();
    }

    /**
     * @param application runs the rest of this command in the whole application
     * @return 0 done, 1 tried and failed, 2 could not be tried as asked
     */
    public static int run(String[] flags, ToIntFunction<String[]> application) {
        try (var context =
                new SpringApplicationBuilder(RestoreSettings.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .run(flags)) {
            return new Restore(flags, context.getBean(RestoreSettings.class), application).run();
        }
    }

    private int run() {
        try (var lock = DataDirectory.lock(settings.root())) {
            return lock.isOpen() ? restore() : 1;
        } catch (BadBackup | StartRefused refused) {
            System.err.println(refused.getMessage());
            return NOT_AS_ASKED;
        } catch (IOException | RuntimeException e) {
            System.err.println(
                    (Swap.isBegun(settings.root()) ? HALF_WAY : NOTHING_REPLACED)
                            .formatted(Reasons.of(e)));
            return 1;
        }
    }

    private int restore() throws IOException {
        var root = settings.root();
        var staging = new Staging(settings);
        var unfinished = Swap.unfinished(root);
        if (unfinished.isPresent()) {
            checkUnused(staging);
            staging.putInPlace(unfinished.get());
            return sayFinished(unfinished.get().outcome());
        }
        var file = Path.of(options.operand().orElseThrow(Restore::noFile));
        var keys = keys(file);
        checkTarget(staging);
        var unpacked = staging.unpack(file, keys, options.find("journal").map(Path::of));
        var code = application.applyAsInt(staging.flags(flags));
        if (code != 0) {
            staging.clear();
            return code;
        }
        var swap = settled(staging, unpacked);
        swap.begin(root);
        staging.putInPlace(swap);
        return say(swap.outcome());
    }

    private Swap settled(Staging staging, Unpack.Unpacked unpacked) throws IOException {
        try {
            staging.settle();
            checkUnused(staging);
            checkReplaced(staging);
            return staging.swap(unpacked);
        } catch (IOException | RuntimeException failed) {
            staging.undo(failed);
            throw failed;
        }
    }

    private BackupKeys keys(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadBackup("There is no file %s.".formatted(file));
        }
        var journal = options.find("journal").map(Path::of);
        if (journal.filter(path -> !Files.isRegularFile(path)).isPresent()) {
            throw new BadBackup("There is no journal of erasures %s.".formatted(journal.get()));
        }
        var keys =
                BackupKeys.read(
                        options.find("keys").map(Path::of).orElse(BackupKeys.besides(file)));
        if (keys.masterKey() == null && !settings.isMasterKeySet()) {
            throw new BadBackup(
                    "The backup is of an installation whose master key was kept elsewhere: set taros.crypto.master-key or taros.crypto.master-key-command to the same.");
        }
        return keys;
    }

    private void checkTarget(Staging staging) throws IOException {
        checkUnused(staging);
        checkReplaced(staging);
        var stranger = staging.findStranger();
        if (stranger.isPresent()) {
            throw new BadBackup(
                    "In the schema public of taros.database.url is %s, which is not of this version of Taros and would be taken away: name a database that Taros has to itself."
                            .formatted(stranger.get()));
        }
        if (!staging.mayBeSwapped()) {
            throw new BadBackup(
                    "The user of taros.database.username may not rename the schema public: make it the owner of the database.");
        }
        Swap.checkMovable(settings.root());
    }

    private static void checkUnused(Staging staging) {
        if (staging.isInUse()) {
            throw new BadBackup(IN_USE);
        }
    }

    private void checkReplaced(Staging staging) {
        if (staging.isTaken() && !options.has("replace")) {
            throw new BadBackup(
                    "There is an installation already in %s; with --replace it is moved aside and kept."
                            .formatted(settings.root()));
        }
    }

    /** Whatever was asked for now, it was another restore that is finished. */
    private int sayFinished(Outcome outcome) {
        say(outcome);
        var asked = options.operand().map(Path::of);
        if (asked.filter(file -> !isOf(outcome, file)).isEmpty()) {
            return 0;
        }
        System.err.println(
                "That was the restore of backup %s, which had been cut off and is finished now; %s was not restored."
                        .formatted(outcome.backup(), asked.get()));
        return NOT_AS_ASKED;
    }

    private boolean isOf(Outcome outcome, Path file) {
        try {
            return keys(file).id().equals(outcome.backup());
        } catch (BadBackup unreadable) {
            return false;
        }
    }

    private int say(Outcome outcome) {
        if (!outcome.isJournalKnown()) {
            System.err.println(
                    "No journal of erasures is known that reaches to the end: what was erased after %s may be back."
                            .formatted(
                                    Objects.requireNonNullElse(
                                            outcome.journalUntil(), outcome.at())));
        }
        System.out.println(
                options.has("json")
                        ? JsonMapper.shared().writeValueAsString(outcome)
                        : outcome.inWords());
        return 0;
    }

    private static BadBackup noFile() {
        return new BadBackup("Say what to restore: restore FILE.");
    }

    /** The flags without those that begin like this, and with others. */
    static String[] replaced(String[] flags, List<String> without, List<String> with) {
        var kept =
                Arrays.stream(flags).filter(flag -> without.stream().noneMatch(flag::startsWith));
        return java.util.stream.Stream.concat(kept, with.stream()).toArray(String[]::new);
    }
}
