package io.taros.legal;

import io.taros.legal.web.AgreementPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.Texts;
import io.taros.platform.web.View;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Settings: the data processing agreement, to be read, signed and kept. */
@Controller
@RequestMapping("/settings/data-processing")
class DataProcessingController {
    private final LegalTexts texts;
    private final Agreements agreements;
    private final SignAgreement signing;
    private final MessageSource messages;

    DataProcessingController(
            LegalTexts texts,
            Agreements agreements,
            SignAgreement signing,
            MessageSource messages) {
        this.texts = texts;
        this.agreements = agreements;
        this.signing = signing;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_OWN)
    AgreementPage page() {
        return page("", "", FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View sign(SignAgreement.Form form, Caller caller, Locale locale) {
        try {
            signing.sign(
                    Objects.requireNonNull(caller.account()), form, new Texts(messages, locale));
            return new Redirect("/settings/data-processing");
        } catch (BadInput refused) {
            return page(form.shownSigner(), form.shownTitle(), FormErrors.of(refused));
        }
    }

    @GetMapping("/{id}.pdf")
    @Requires(Permission.ORGANIZATION_OWN)
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"data-processing-agreement.pdf\"")
                .body(agreements.pdf(new Agreement.Id(id)));
    }

    private AgreementPage page(String signer, String title, FormErrors errors) {
        return new AgreementPage(
                agreements.list(),
                texts.versions(TextKind.DATA_PROCESSING).getFirst(),
                texts.isOperatorKnown(),
                signer,
                title,
                errors);
    }
}
