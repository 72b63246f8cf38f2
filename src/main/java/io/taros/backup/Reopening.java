package io.taros.backup;

import io.taros.knowledge.RebuildIndexes;
import io.taros.platform.audit.Audit;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.crypto.MasterKeyCopy;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.erasure.JournalFile;
import io.taros.platform.erasure.ReplayErasures;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.storage.DataDirectory;
import io.taros.privacy.Erased;
import io.taros.privacy.RemoveWhatIsOver;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The second half of {@code restore}, in the installation that was unpacked: what was erased or is
 * over must be gone before anybody can look. {@link Restore} runs it.
 */
@Component
class Reopening implements Command {
    private static final int NOT_AS_ASKED = 2;

    private final DataDirectory data;
    private final MasterKeyCopy masterKey;
    private final ErasureJournal journal;
    private final ReplayErasures erasures;
    private final RemoveWhatIsOver terms;
    private final RebuildIndexes indexes;
    private final Audit audit;
    private final InstantSource clock;

    Reopening(
            DataDirectory data,
            MasterKeyCopy masterKey,
            ErasureJournal journal,
            ReplayErasures erasures,
            RemoveWhatIsOver terms,
            RebuildIndexes indexes,
            Audit audit,
            InstantSource clock) {
        this.data = data;
        this.masterKey = masterKey;
        this.journal = journal;
        this.erasures = erasures;
        this.terms = terms;
        this.indexes = indexes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Restore.NAME;
    }

    @Override
    public int run(Options options) throws IOException {
        var plan = Plan.read(data.file(""));
        var unopened = masterKey.findNotOpened();
        if (unopened.isPresent()) {
            System.err.println(
                    "The key of %s does not open with this master key: the backup was made with another one."
                            .formatted(unopened.get()));
            return NOT_AS_ASKED;
        }
        try {
            reopen(plan);
            return 0;
        } catch (RuntimeException failed) {
            System.err.println(
                    "The backup could not be restored, and nothing was replaced: %s."
                            .formatted(Reasons.of(failed)));
            return 1;
        }
    }

    private void reopen(Plan plan) throws IOException {
        journal.merge(new JournalFile(data.file(ErasureJournal.FILE)).read());
        var replayed = erasures.replay(plan.replay());
        var removed = terms.now();
        indexes.all();
        writeDown(plan, replayed, removed);
        Plan.write(data, new Plan.Result(clock.instant(), replayed, removed));
    }

    private static String journal(Plan plan) {
        return plan.isJournalKnown() ? "known" : "known until " + plan.journalUntil();
    }

    private void writeDown(Plan plan, Map<String, Integer> replayed, long removed) {
        Tenancy.callAs(
                Tenancy.Hand.OPERATOR,
                OrganizationId.INSTALLATION,
                null,
                () -> {
                    audit.record(
                            BackupAction.RESTORED,
                            null,
                            Map.of(
                                    "backup", plan.backup().toString(),
                                    "of", plan.at().toString(),
                                    "journal", journal(plan),
                                    "removed", String.valueOf(removed)));
                    audit.record(
                            BackupAction.REPLAYED, null, Map.of("kinds", Erased.inWords(replayed)));
                    return true;
                });
    }
}
