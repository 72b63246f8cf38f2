package io.taros.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {
    @ParameterizedTest
    @CsvSource({
        "ada@acme.example, ADA@Acme.Example",
        "ada@acme.example, ada+staff@acme.example",
        "ada@acme.example, ada+a+b@acme.example",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "adalund@gmail.com, a.da.lund+x@googlemail.com",
        "adalund@proton.me, ada.lund@pm.me",
        "ada@icloud.com, ada@me.com",
    })
    void isOneByWhateverNameItIsWritten(String one, String other) {
        assertThat(Mailbox.of(one)).isEqualTo(Mailbox.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ada@acme.example, bob@acme.example",
        "ada@acme.example, ada@globex.example",
        "ada.lund@acme.example, adalund@acme.example",
        "+ada@acme.example, +bob@acme.example",
    })
    void isAnotherWhereADifferenceMayMatter(String one, String other) {
        assertThat(Mailbox.of(one)).isNotEqualTo(Mailbox.of(other));
    }

    @Test
    void comesOfWhateverIsWritten() {
        for (var odd : List.of("", "@", "ada", "ada@", "@acme.example", "ada@" + "x".repeat(80))) {
            assertThat(Mailbox.of(odd)).isEqualTo(Mailbox.of(odd));
        }
    }
}
