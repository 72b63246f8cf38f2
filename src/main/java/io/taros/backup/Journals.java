package io.taros.backup;

import io.taros.platform.erasure.Erasure;
import io.taros.platform.erasure.JournalFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every copy of the journal of erasures that a restore can find: the one in the backup, that of the
 * installation it replaces, one that was named.
 */
final class Journals {
    /** A line is written before its transaction commits, which may take that long. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Set<Erasure> inBackup;
    private final Set<Erasure> replaced = new LinkedHashSet<>();
    private final Set<Erasure> named = new LinkedHashSet<>();

    Journals(List<Erasure> inBackup) {
        this.inBackup = new LinkedHashSet<>(inBackup);
    }

    void addReplaced(Path journal) {
        replaced.addAll(new JournalFile(journal).read());
    }

    void addNamed(Path journal) {
        named.addAll(new JournalFile(journal).read());
    }

    /**
     * The replaced installation's, if it saw the backup begin, saw all that was erased after it. A
     * copy of one may have stopped long ago.
     */
    boolean isKnown(Contents contents) {
        return replaced.stream().anyMatch(line -> line.isOfBackup(contents.id()));
    }

    /** The last moment of which it is known what was erased; none where that is now. */
    Optional<Instant> until(Contents contents) {
        if (isKnown(contents)) {
            return Optional.empty();
        }
        var isSeen = named.stream().anyMatch(line -> line.isOfBackup(contents.id()));
        var last = named.stream().map(Erasure::at).max(Comparator.naturalOrder());
        return last.filter(at -> isSeen).or(() -> Optional.of(contents.at()));
    }

    /** With a gap in it, it must not seem to know what came after any backup. */
    List<Erasure> all(Contents contents) {
        return isKnown(contents) ? all() : all().stream().filter(Erasure::isErasure).toList();
    }

    private List<Erasure> all() {
        var all = new LinkedHashSet<>(inBackup);
        all.addAll(replaced);
        all.addAll(named);
        return List.copyOf(all);
    }

    /** What the backup does not know, and what it may have known without seeing it done. */
    List<Erasure> since(Contents contents) {
        var lately = contents.at().minus(LONGEST);
        var known = new HashSet<>(inBackup);
        known.removeIf(line -> !line.at().isBefore(lately));
        return all().stream().filter(line -> !known.contains(line)).toList();
    }
}
