package io.taros.platform.erasure;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The journal is needed as long as the oldest backup there can be, and for a year to show it. */
@Component
class JournalRule implements RetentionRule {
    private static final Duration OLDEST_BACKUP = Duration.ofDays(35);

    private final ErasureJournal journal;

    JournalRule(ErasureJournal journal) {
        this.journal = journal;
    }

    @Override
    public String name() {
        return "erasure-journal";
    }

    /** No table, but what receipts say in its place. */
    @Override
    public String table() {
        return ErasureJournal.FILE;
    }

    @Override
    public Term term() {
        return Term.fixed(OLDEST_BACKUP.plusDays(365));
    }

    @Override
    public boolean isOfOrganizations() {
        return false;
    }

    @Override
    public Map<String, Long> count(Instant before) {
        var lines = journal.countBefore(before);
        return lines == 0 ? Map.of() : Map.of(table(), lines);
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        var old = count(before);
        if (!old.isEmpty()) {
            journal.dropBefore(before);
        }
        return old;
    }
}
