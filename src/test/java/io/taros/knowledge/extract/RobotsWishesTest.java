package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsWishesTest {
    @ParameterizedTest
    @CsvSource({
        "'', true, true",
        "noindex, false, true",
        "'NoFollow, noarchive', true, false",
        "'noindex, nofollow', false, false",
        "none, false, false",
        "all, true, true",
        "max-image-preview:none, true, true",
        "'max-snippet:-1, noindex', false, true",
        "'unavailable_after: 25 Jun 2010 15:00:00 GMT', true, true",
        "otherbot: noindex, true, true",
        "'otherbot: noindex, nofollow', true, true",
        "tarosbot: noindex, false, true",
        "'TAROSBOT: none', false, false",
        "'otherbot: none, tarosbot: nofollow', true, false",
        "*: noindex, false, true",
        "noindexing, true, true",
        "',,;:', true, true",
    })
    void areHeardWhenTheyAreMeantForUs(String line, boolean mayIndex, boolean mayFollow) {
        assertThat(RobotsWishes.of(List.of(line), "TarosBot"))
                .isEqualTo(new RobotsWishes(mayIndex, mayFollow));
    }
}
