package io.taros.legal;

import io.taros.organization.Organizations;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Texts;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An owner signs for the organization; what was signed is kept as it was read. */
@Component
class SignAgreement {
    private static final int LONGEST = 120;

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
     * @throws BadInput without a name, a title or a yes
     */
    void sign(UUID account, String signer, String title, boolean agreed, Texts words) {
        check("signer", signer);
        check("title", title);
        if (!agreed) {
            throw new BadInput("agreed", "legal.input.agreed");
        }
        var text = texts.latest(TextKind.DATA_PROCESSING, words.locale());
        var agreement =
                new Agreement(
                        new Agreement.Id(ids.next()),
                        text.version(),
                        signer.strip(),
                        title.strip(),
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

    private static void check(String field, String value) {
        if (value.isBlank() || value.strip().length() > LONGEST) {
            throw new BadInput(field, "legal.input." + field, LONGEST);
        }
    }
}
