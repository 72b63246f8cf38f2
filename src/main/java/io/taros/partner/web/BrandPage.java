package io.taros.partner.web;

import io.taros.platform.web.Accent;
import io.taros.platform.web.Brand;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Under whose name a partner's clients see the product.
 *
 * @param brand as it is now, to be shown beside; the product's own where there is none
 */
public record BrandPage(
        Draft draft,
        Sender sender,
        Brand brand,
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

    /** On which pages the chosen colour is too weak for text. */
    public enum Weak {
        NOWHERE,
        LIGHT,
        DARK,
        BOTH
    }

    public static final List<String> POWERED = List.of("OWN", "MAKER", "NOBODY");

    public Weak weak() {
        var accent = brand.accent();
        if (accent == null) {
            return Weak.NOWHERE;
        }
        var isWeakOnLight = accent.contrastOnLight() < Accent.TEXT;
        var isWeakOnDark = accent.contrastOnDark() < Accent.TEXT;
        if (isWeakOnLight && isWeakOnDark) {
            return Weak.BOTH;
        }
        if (isWeakOnLight) {
            return Weak.LIGHT;
        }
        return isWeakOnDark ? Weak.DARK : Weak.NOWHERE;
    }

    /** The rules of one half of the preview. */
    public @Nullable String css() {
        var accent = brand.accent();
        return accent == null
                ? null
                : accent.css(".brand-preview-light", false)
                        + accent.css(".brand-preview-dark", true);
    }

    @Override
    public String template() {
        return "partner/brand";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
