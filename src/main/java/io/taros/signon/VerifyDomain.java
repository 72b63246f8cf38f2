package io.taros.signon;

import io.taros.platform.fetch.TextRecords;
import io.taros.platform.fetch.TextRecords.Answer.Silence;
import io.taros.platform.fetch.TextRecords.Answer.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for the record of one of the bound organization's domains, and draws what follows. */
@Component
class VerifyDomain {
    /**
     * Trouble on the way to a name server says nothing about a domain, but so says that of one
     * whose owner let it go. After this long it counts as an answer without the record.
     */
    static final Duration SILENCE = Duration.ofDays(7);

    private final Domains domains;
    private final TextRecords records;
    private final TellOwners tell;
    private final SignOnSettings settings;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    VerifyDomain(
            Domains domains,
            TextRecords records,
            TellOwners tell,
            SignOnSettings settings,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.domains = domains;
        this.records = records;
        this.tell = tell;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    void verify(Domain domain) {
        switch (records.of(domain.name())) {
            case Silence() -> transactions.executeWithoutResult(_ -> silent(domain));
            case Texts(var texts) -> judge(domain, texts);
        }
    }

    private void judge(Domain domain, List<String> texts) {
        if (texts.stream().map(String::strip).anyMatch(domain.record()::equals)) {
            try {
                domains.confirm(domain);
            } catch (DuplicateKeyException anothers) {
                domains.note(domain, Domain.Answer.TAKEN);
            }
            return;
        }
        transactions.executeWithoutResult(_ -> {
            if (domains.note(domain, Domain.Answer.ABSENT)) {
                miss(domain, TellOfDomain.What.MISSING);
            }
        });
    }

    private void silent(Domain domain) {
        var since = domain.silentSince();
        if (domains.note(domain, Domain.Answer.SILENT)
                && since != null
                && !since.plus(SILENCE).isAfter(clock.instant())) {
            miss(domain, TellOfDomain.What.SILENT);
        }
    }

    private void miss(Domain domain, TellOfDomain.What why) {
        if (!domain.isVerified()) {
            return;
        }
        var missing = domain.missingSince();
        if (missing == null) {
            domains.miss(domain);
            tell.of(domain, why);
        } else if (!missing.plus(settings.patience()).isAfter(clock.instant())) {
            domains.lose(domain);
            tell.of(domain, TellOfDomain.What.LOST);
        }
    }
}
