package io.taros.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * P-06: no line of the log tells where somebody is, how to write to them, or what opens something.
 */
class CleanTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from 203.0.113.9 port 5|from [address] port 5",
                "[2001:db8::7]:443 refused|[[address]]:443 refused",
                "fe80::1%eth0|[address]%eth0",
                "peer 2001:db8:0:0:0:0:0:1.|peer [address].",
                "::ffff:7f00:1 said|[address] said",
                "/198.51.100.23:51234|/[address]:51234",
                "for ada.lovelace+news@mail.example.org again|for [mail] again",
                "GET /people?email=ada%40mail.example.com&page=2|GET /people?email=[mail]&page=2",
                "back=%2Fpeople%3Femail%3Dada%2540mail.example.com|back=%2Fpeople%3Femail%[mail]",
                "to=s%C3%B8ren%2Bnews%40eksempel.dk|to=[mail]",
                "ada%40work@mail.example.com|[mail]",
                "Søren: søren@eksempel.dk|Søren: [mail]",
                "taros_0190-a_bcDEF|[token]",
                "Authorization: Bearer abc.def-ghi|Authorization: Bearer [token]",
                "eyJhbGciOi.eyJzdWIi.sig-_1|[token]",
                "key sk-abcdefghijklmnop1234|key [token]",
                "client_secret=s3cr3t&x=1|client_secret=[secret]&x=1",
                "{\"password\":\"three otters\"}|{\"password\":\"[secret] otters\"}",
                "t=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MEFCQ0RFRkdISQ|t=[token]",
            })
    void takesOut(String said, String written) {
        assertThat(CleanText.of(said)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-27T06:03:22.980Z  WARN 11353 --- [taros] [        embed-0] o.a.l.i.v.VectorizationProvider : C2",
                "Embedded PostgreSQL 18.6.0 listens on 127.0.0.1:43211",
                "at io.taros.platform.jobs.JobConfiguration.lambda$run$0(JobConfiguration.java:135) ~[classes/:na]",
                "at java.base@25.0.3/java.util.concurrent.locks.LockSupport.park(LockSupport.java:271)",
                "Organization 01a21b99-d338-71bd-b214-bd1bb5c11569 could not be erased",
                "db-scheduler-16.12.0.jar, Foo::bar, std::move, 12:30:59",
                "Job io.taros.SomeVeryLongClassNameThatIsMuchLongerThanFortyCharacters failed",
                "POST /widget/v1/{publicKey}/conversations failed, request 7f3a",
                "the password was not checked",
                "0x00000000031bc400 ::1 0.0.0.0",
            })
    void leavesEverythingElse(String said) {
        assertThat(CleanText.of(said)).isEqualTo(said);
    }

    /** A line is written while others wait, so no text may take long. */
    @Test
    void takesItsTimeByLengthAlone() {
        for (var part :
                new String[] {
                    "a", "1.", "a@", "a:", "::", "-A1a", "%40", "a%40", "password", "eyJ"
                }) {
            assertThat(CleanText.of(part.repeat(20_000))).isNotNull();
        }
    }
}
