package io.taros.platform.erasure;

import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Id;
import io.taros.platform.storage.DataDirectory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Whatever erases for good says so here before it commits: a crash in between leaves a line too
 * many, never one too few. Outside the database, so that a restored one can be held to it.
 */
@Component
@EnableConfigurationProperties(ErasureSettings.class)
public class ErasureJournal {
    /** In the data directory, unless it is set to be elsewhere. */
    public static final String FILE = "erasures.jsonl";

    private static final ScopedValue<Boolean> REPLAYING = ScopedValue.newInstance();

    private final JournalFile file;
    private final InstantSource clock;

    ErasureJournal(DataDirectory data, ErasureSettings settings, InstantSource clock) {
        var configured = settings.journal();
        this.file = new JournalFile(configured == null ? data.file(FILE) : configured);
        this.clock = clock;
    }

    public void add(String kind, Id id) {
        addAll(kind, List.of(id.value()));
    }

    /** Of the bound organization, if one is bound. */
    public void addAll(String kind, Collection<UUID> ids) {
        if (!REPLAYING.isBound()) {
            var organization = Tenancy.find().map(Id::value).orElse(null);
            file.append(
                    ids.stream()
                            .map(id -> new Erasure(clock.instant(), kind, organization, id))
                            .toList());
        }
    }

    /** From here on this journal knows what was erased after that backup. */
    public void begin(UUID backup) {
        file.append(List.of(new Erasure(clock.instant(), Erasure.BACKUP, null, backup)));
    }

    public List<Erasure> read() {
        return file.read();
    }

    /** What another copy of the journal knows more. */
    public void merge(List<Erasure> others) {
        var known = new HashSet<>(read());
        file.append(others.stream().filter(known::add).toList());
    }

    /** What is carried out again is written down already. */
    static void whileReplaying(Runnable work) {
        ScopedValue.where(REPLAYING, true).run(work);
    }

    long countBefore(Instant before) {
        return read().stream().filter(line -> line.at().isBefore(before)).count();
    }

    void dropBefore(Instant before) {
        file.keep(line -> !line.at().isBefore(before));
    }
}
