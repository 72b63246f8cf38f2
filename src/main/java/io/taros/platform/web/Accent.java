package io.taros.platform.web;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour somebody chose, and what is made of it so that everything stays readable: WCAG 2.2 asks
 * for 4.5 : 1 between text and what it stands on, and 3 : 1 for the edge of a button.
 *
 * @param colour {@code #rrggbb}
 */
public record Accent(String colour) {
    public static final double TEXT = 4.5;
    private static final double EDGE = 3;
    private static final double STEP = 0.01;
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    /** What text stands on: the palest and the deepest of the surfaces of each theme. */
    private static final Colour PAPER = Colour.of("#f0ede7");

    private static final Colour NIGHT = Colour.of("#25221f");
    private static final Colour WHITE = Colour.of("#ffffff");
    private static final Colour BLACK = Colour.of("#000000");

    /**
     * The colours of one theme.
     *
     * @param fill of buttons, the mark, what is chosen
     * @param hover of the same under a pointer
     * @param ink upon the fill
     * @param tint behind what is chosen
     * @param text of links
     */
    public record Shades(String fill, String hover, String ink, String tint, String text) {}

    public Accent {
        colour = colour.toLowerCase(Locale.ROOT);
        if (!HEX.matcher(colour).matches()) {
            throw new BadInput("accent", "platform.colour.wrong");
        }
    }

    /** As text on light pages, as it was chosen. */
    public double contrastOnLight() {
        return Colour.of(colour).contrast(PAPER);
    }

    public double contrastOnDark() {
        return Colour.of(colour).contrast(NIGHT);
    }

    public Shades light() {
        var chosen = Colour.of(colour);
        return shades(chosen.until(PAPER, EDGE, -STEP), chosen.like(0.94, 0.025), -STEP);
    }

    public Shades dark() {
        var chosen = Colour.of(colour);
        return shades(chosen.until(NIGHT, EDGE, STEP), chosen.like(0.285, 0.035), STEP);
    }

    private static Shades shades(Colour fill, Colour tint, double step) {
        var ink = fill.contrast(WHITE) >= TEXT ? WHITE : BLACK;
        // Away from its ink, or the words on it would fade under the pointer.
        var hover = fill.lighter(ink.equals(WHITE) ? -0.06 : 0.06);
        var ground = step < 0 ? PAPER : NIGHT;
        var text = fill.until(ground, TEXT, step).until(tint, TEXT, step);
        return new Shades(fill.hex(), hover.hex(), ink.hex(), tint.hex(), text.hex());
    }

    /** Rules for the pages' own colours; without anything a page could be broken with. */
    public String css() {
        return ":root{%s}@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){%s}}:root[data-theme=dark]{%s}"
                .formatted(rules(light()), rules(dark()), rules(dark()));
    }

    /** For one part of a page, whatever theme its reader has. */
    public String css(String selector, boolean isDark) {
        return selector + "{" + rules(isDark ? dark() : light()) + "}";
    }

    private static String rules(Shades shades) {
        return "--accent:%s;--accent-hover:%s;--accent-ink:%s;--accent-tint:%s;--accent-text:%s"
                .formatted(
                        shades.fill(), shades.hover(), shades.ink(), shades.tint(), shades.text());
    }
}
