package io.taros.backup;

import io.taros.platform.erasure.Erasure;
import io.taros.platform.erasure.JournalFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every copy of the journal of erasures that a restore can find: the one in the backup, that of the
 * installation it replaces, one that was named.
 */
final class Journals {
    /** A line is written before its transaction commits, which may take that long. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Set<Erasure> inBackup;
    private final Set<Erasure> outside = new LinkedHashSet<>();

    Journals(List<Erasure> inBackup) {
        this.inBackup = new LinkedHashSet<>(inBackup);
    }

    void add(Path journal) {
        outside.addAll(new JournalFile(journal).read());
    }

    /** One that saw the backup begin saw what was erased after it. */
    boolean isKnown(Contents contents) {
        return outside.stream().anyMatch(line -> line.isOfBackup(contents.id()));
    }

    /** With a gap in it, it must not seem to know what came after any backup. */
    List<Erasure> all(Contents contents) {
        return isKnown(contents) ? all() : all().stream().filter(Erasure::isErasure).toList();
    }

    private List<Erasure> all() {
        var all = new LinkedHashSet<>(inBackup);
        all.addAll(outside);
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
