package io.taros.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** How a page may come before somebody's eyes. */
enum Looks {
    LIGHT(ColorScheme.LIGHT, 1280),
    DARK(ColorScheme.DARK, 1280),
    PHONE(ColorScheme.LIGHT, 390);

    private final ColorScheme scheme;
    private final int width;

    Looks(ColorScheme scheme, int width) {
        this.scheme = scheme;
        this.width = width;
    }

    void of(Page page) {
        page.setViewportSize(width, 844);
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }
}
