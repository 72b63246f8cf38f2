package io.taros.partner.web;

import io.taros.platform.web.Accent;
import io.taros.platform.web.Brand;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;

/** How a brand looks, in both themes and in words; as it is, or as it would be. */
public record BrandPreview(Brand brand) implements View {
    /** On which pages the chosen colour is too weak for text. */
    public enum Weak {
        NOWHERE,
        LIGHT,
        DARK,
        BOTH
    }

    private static final String LIGHT = ".brand-preview-light";
    private static final String DARK = ".brand-preview-dark";

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

    /** The rules of both halves; a part of a page that comes later may bring none of its own. */
    public @Nullable String css() {
        var accent = brand.accent();
        return accent == null ? null : accent.css(LIGHT, false) + accent.css(DARK, true);
    }

    @Override
    public String template() {
        return "partner/preview";
    }
}
