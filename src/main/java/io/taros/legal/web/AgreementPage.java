package io.taros.legal.web;

import io.taros.legal.Agreement;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Settings: the data processing agreement. Posts {@code signer}, {@code title} and {@code agreed}.
 *
 * @param signed the newest first
 * @param version that can be signed now
 * @param isOperatorKnown whether the text says who the other side is
 */
public record AgreementPage(
        List<Agreement> signed,
        int version,
        boolean isOperatorKnown,
        String signer,
        String title,
        FormErrors errors)
        implements View {
    public AgreementPage {
        signed = List.copyOf(signed);
    }

    /** Nobody signs with somebody unknown, or twice. */
    public boolean canBeSigned() {
        return isOperatorKnown && (signed.isEmpty() || signed.getFirst().version() != version);
    }

    @Override
    public String template() {
        return "legal/agreement";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
