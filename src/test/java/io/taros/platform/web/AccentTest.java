package io.taros.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.web.Accent.Shades;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2, 1.4.3 and 1.4.11: whatever colour somebody chooses, everything can be read. */
class AccentTest {
    private static final List<String> LIGHT = List.of("#ffffff", "#fbfaf6", "#f0ede7");
    private static final List<String> DARK = List.of("#141210", "#25221f");

    @Test
    void leavesNoColourOfAllUnreadable() {
        var unreadable = new ArrayList<String>();
        for (var r = 0; r < 256; r += 17) {
            for (var g = 0; g < 256; g += 17) {
                for (var b = 0; b < 256; b += 17) {
                    var accent = new Accent("#%02x%02x%02x".formatted(r, g, b));
                    look(accent.light(), LIGHT, accent + " on light", unreadable);
                    look(accent.dark(), DARK, accent + " on dark", unreadable);
                }
            }
        }

        assertThat(unreadable).isEmpty();
    }

    @Test
    void measuresAsTheStandardDoes() {
        assertThat(Colour.of("#000000").contrast(Colour.of("#ffffff"))).isCloseTo(21, within(0.01));
        assertThat(Colour.of("#767676").contrast(Colour.of("#ffffff")))
                .isCloseTo(4.54, within(0.01));
        assertThat(Colour.of("#ff0000").contrast(Colour.of("#ffffff")))
                .isCloseTo(4.0, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#ffffff", "#1f6f78", "#ffe600", "#7f00ff", "#00ff00"})
    void comesBackAsItWas(String hex) {
        assertThat(Colour.of(hex).hex()).isEqualTo(hex);
    }

    @Test
    void keepsAColourThatIsStrongEnough() {
        assertThat(new Accent("#1F6F78").light().fill()).isEqualTo("#1f6f78");
        assertThat(new Accent("#ffe600").dark().fill()).isEqualTo("#ffe600");
    }

    /** It ends up in a style sheet. */
    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#123456;}", "url(x)", "#1234567"})
    void isSixDigitsAndNothingElse(String text) {
        assertThatThrownBy(() -> new Accent(text)).isInstanceOf(BadInput.class);
    }

    private static void look(
            Shades shades, List<String> grounds, String where, List<String> unreadable) {
        for (var ground : grounds) {
            check(shades.text(), ground, 4.5, where + " text", unreadable);
            check(shades.fill(), ground, 3, where + " button", unreadable);
        }
        check(shades.text(), shades.tint(), 4.5, where + " chosen text", unreadable);
        check(shades.ink(), shades.fill(), 4.5, where + " ink", unreadable);
        check(shades.ink(), shades.hover(), 4.5, where + " ink hovered", unreadable);
    }

    private static void check(
            String one, String other, double least, String what, List<String> unreadable) {
        if (Colour.of(one).contrast(Colour.of(other)) < least) {
            unreadable.add(what + " " + one + " on " + other);
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
