package io.taros.partner.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Under whose name a partner's clients see the product.
 *
 * @param preview of the brand as it is now
 */
public record BrandPage(
        Draft draft,
        Sender sender,
        BrandPreview preview,
        boolean isMailed,
        boolean isSaved,
        FormErrors errors)
        implements View {
    /**
     * What the form says.
     *
     * @param hasLogo whether there is a picture already
     */
    public record Draft(
            String name, String accent, String powered, String contact, boolean hasLogo) {}

    /** The same of mail, and how far its address is. */
    public record Sender(String name, String email, boolean isFrom, State state) {
        public enum State {
            NONE,
            WAITING,
            PROVEN
        }
    }

    public static final List<String> POWERED = List.of("OWN", "MAKER", "NOBODY");

    @Override
    public String template() {
        return "partner/brand";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
