package io.taros.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void areReadInBothWaysTheyMayBeWritten() {
        var options =
                new Options(
                        List.of("--email", "ada@acme.example", "--name=Ada Lovelace", "--json"));

        assertThat(options.find("email")).contains("ada@acme.example");
        assertThat(options.find("name")).contains("Ada Lovelace");
        assertThat(options.has("json")).isTrue();
    }

    @Test
    void withoutAValueHaveNone() {
        var options = new Options(List.of("--organization", "--json"));

        assertThat(options.has("organization")).isTrue();
        assertThat(options.find("organization")).isEmpty();
        assertThat(options.find("json")).isEmpty();
        assertThat(options.has("email")).isFalse();
    }
}
