package io.taros.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.web.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
    @ParameterizedTest
    @CsvSource({
        "acme.com, acme.com",
        " ACME.com. , acme.com",
        "mail.acme.co.uk, mail.acme.co.uk",
        "blåbærgrød.dk, xn--blbrgrd-fxak7p.dk",
        "xn--blbrgrd-fxak7p.dk, xn--blbrgrd-fxak7p.dk",
        "xn--strae-oqa.de, xn--strae-oqa.de",
        "loom.example, loom.example",
        "acme。com, acme.com"
    })
    void writesADomainAsDnsHasIt(String typed, String name) {
        assertThat(DomainName.of(typed)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "com",
                "localhost",
                "127.0.0.1",
                "[::1]",
                "a..com",
                "-a.com",
                "acme.com/x",
                "https://acme.com",
                "ada@acme.com",
                "acme com",
                "*.acme.com",
                "_dmarc.acme.com",
                "straße.de",
                "a\u200db.com"
            })
    void refusesWhatIsNone(String typed) {
        assertThatThrownBy(() -> DomainName.of(typed))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused ->
                                assertThat(refused.getCodes())
                                        .containsExactly("signon.input.domain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "github.io", "blogspot.com", "CO.UK", "s3.amazonaws.com"})
    void refusesWhatManyOwn(String typed) {
        assertThatThrownBy(() -> DomainName.of(typed))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused ->
                                assertThat(refused.getCodes())
                                        .containsExactly("signon.input.suffix"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "Outlook.com", "proton.me", "yahoo.co.uk"})
    void refusesWhereAnybodyCanHaveAnAddress(String typed) {
        assertThatThrownBy(() -> DomainName.of(typed))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused ->
                                assertThat(refused.getCodes())
                                        .containsExactly("signon.input.free-mail"));
    }

    @Test
    void readsTheDomainOfAnAddressInOneWayOnly() {
        assertThat(DomainName.ofAddress("Ada@ACME.com"))
                .contains(new DomainName.Address("Ada@acme.com", "acme.com"));
        assertThat(DomainName.ofAddress("eve@evil.com@acme.com")).isEmpty();
        assertThat(DomainName.ofAddress("\"eve@evil.com\"@acme.com")).isEmpty();
        assertThat(DomainName.ofAddress("@acme.com")).isEmpty();
        assertThat(DomainName.ofAddress("ada@straße.de")).isEmpty();
        assertThat(DomainName.ofAddress("ada@acme.com\u0000")).isEmpty();
        assertThat(DomainName.ofAddress("")).isEmpty();
    }
}
