package io.taros.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.fetch.WebAddress.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://example.com, http://example.com/",
        "HTTPS://Example.COM:443/A?b=c#d, https://example.com/A?b=c",
        "http://example.com:80/å b, ",
        "http://example.com/å, http://example.com/%C3%A5",
        "http://example.com/100%, http://example.com/100%25",
        "http://rødgrød.dk/, http://xn--rdgrd-vuad.dk/",
        "http://[2001:db8::1]/, http://[2001:db8::1]/",
        "http://example.com:8080/x, http://example.com:8080/x",
    })
    void writesAnAddressInItsPlainForm(String text, String plain) {
        String read =
                WebAddress.parse(text) instanceof Parsed.Usable(WebAddress address)
                        ? address.uri().toString()
                        : null;

        assertThat(read).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0177.0.0.1/",
                "http://127.0.0.1./",
                "http://example.com./",
                "http://[fe80::1%25eth0]/",
                "http://[::1%0]/",
                "http://exa\u0000mple.com/",
                "http://exa\tmple.com/",
                "http://example.com\\@127.0.0.1/",
                "http://127.0.0.1:80\\@example.com/",
                "http://%31%32%37.0.0.1/",
                "http://example.com:0/",
                "http://example.com:99999/",
                "http://example..com/",
                "http://-example.com/",
                "http:///path",
                "http:example.com",
                "//example.com",
                "example.com",
                "",
                "http://[127.0.0.1]/",
                "http://425.510.425.510",
            })
    void refusesWhatTwoParsersCouldReadDifferently(String text) {
        assertThat(WebAddress.parse(text))
                .isEqualTo(new Parsed.Unusable(FetchProblem.ADDRESS_MALFORMED));
    }

    @Test
    void namesTheOtherReasons() {
        assertThat(WebAddress.parse("ftp://example.com/"))
                .isEqualTo(new Parsed.Unusable(FetchProblem.ADDRESS_NOT_HTTP));
        assertThat(WebAddress.parse("javascript:alert(1)"))
                .isEqualTo(new Parsed.Unusable(FetchProblem.ADDRESS_NOT_HTTP));
        assertThat(WebAddress.parse("http://a:b@example.com/"))
                .isEqualTo(new Parsed.Unusable(FetchProblem.ADDRESS_HAS_CREDENTIALS));
    }
}
