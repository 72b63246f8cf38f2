package io.taros.legal;

import io.taros.organization.Organizations;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.Texts;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An owner signs for the organization; what was signed is kept as it was read. */
@Component
class SignAgreement {
    private static final int LONGEST = 120;

    /**
     * As a browser sends it.
     *
     * @param version that was read
     */
    record Form(
            @Nullable String signer,
            @Nullable String title,
            @Nullable String version,
            @Nullable String agreed) {
        String shownSigner() {
            return signer == null ? "" : signer;
        }

        String shownTitle() {
            return title == null ? "" : title;
        }
    }

    private final LegalTexts texts;
    private final LegalParts parts;
    private final Agreements agreements;
    private final Organizations organizations;
    private final Ids ids;
    private final InstantSource clock;

    SignAgreement(
            LegalTexts texts,
            LegalParts parts,
            Agreements agreements,
            Organizations organizations,
            Ids ids,
            InstantSource clock) {
        this.texts = texts;
        this.parts = parts;
        this.agreements = agreements;
        this.organizations = organizations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws BadInput without a name, a title or a yes to the version of today
     * @throws Conflict while nobody knows who the other side is, or if it is signed already
     */
    void sign(UUID account, Form form, Texts words) {
        if (!texts.isOperatorKnown()) {
            throw new Conflict("legal.input.operator");
        }
        if (isSigned()) {
            throw new Conflict("legal.input.signed");
        }
        var signer = check("signer", form.signer());
        var title = check("title", form.title());
        var text = texts.latest(TextKind.DATA_PROCESSING, words.locale());
        if (!"true".equals(form.agreed())) {
            throw new BadInput("agreed", "legal.input.agreed");
        }
        if (!String.valueOf(text.version()).equals(form.version())) {
            throw new BadInput("agreed", "legal.input.version");
        }
        var agreement =
                new Agreement(
                        new Agreement.Id(ids.next()),
                        text.version(),
                        signer,
                        title,
                        clock.instant());
        var pdf =
                new AgreementPdf(words)
                        .write(
                                text,
                                parts.of(TextKind.DATA_PROCESSING),
                                agreement,
                                organizations.get().name());
        agreements.add(agreement, account, agreements.seal(agreement.id(), pdf));
    }

    private boolean isSigned() {
        var version = texts.versions(TextKind.DATA_PROCESSING).getFirst();
        return agreements.list().stream().anyMatch(signed -> signed.version() == version);
    }

    private static String check(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.strip().length() > LONGEST) {
            throw new BadInput(field, "legal.input." + field, LONGEST);
        }
        return value.strip();
    }
}
