package io.taros.platform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P-15, P-27: what identifies somebody, a card among it, is found however it is written. */
class MaskingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL | anna.berg+shop@mail.example.dk",
                "EMAIL | åse@blåbær.dk",
                "IBAN | DK50 0040 0440 1162 43",
                "IBAN | DE89370400440532013000",
                "IBAN | gb29 nwbk 6016 1331 9268 19",
                "CARD | 4111 1111 1111 1111",
                "CARD | 5500-0000-0000-0004",
                "CARD | 340000000000009",
                "ID | 010190-1234",
                "ID | 2902964321",
                "ID | 311299 4321",
                "ID | 811228-9874",
                "ID | 17054026641",
                "ID | 131052-308T",
                "ID | 12345678Z",
                "ID | 1 84 12 76 451 089 46",
                "ID | 44051401359",
                "ID | 85.07.30-033.28",
                "ID | AB 12 34 56 C",
                "ID | 123-45-6789",
                "PHONE | +45 12 34 56 78",
                "PHONE | +4512345678",
                "PHONE | +44 20 7946 0958",
                "PHONE | +1 (555) 234-5678",
                "PHONE | 28 41 93 05",
                "PHONE | 20 25 36 41",
                "PHONE | 020 7946 0958",
                "PHONE | 06 12 34 56 78",
                "PHONE | 555-234-5678"
            })
    void knowsWhatIdentifiesSomebody(String kind, String value) {
        var masking = Masking.of(value);

        var masked = masking.mask("Write to %s, please.".formatted(value));

        assertThat(masked).isEqualTo("Write to MASKED_%s_1, please.".formatted(kind));
        assertThat(masking.restore(masked)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My order 20394857 has not arrived.",
                "Order no. 2026-11-0042 of 27.11.2026 at 14:30",
                "It costs 1.299,95 kr. or 12 500 DKK, was 4 995,00.",
                "Article 4006381333931, size 42-44, 250 x 120 x 90 cm",
                "Ring us between 9 and 17, Monday 23 to Friday 27",
                "ISBN 978-3-16-148410-0, EAN 5901234123457",
                "Version 10.6.2.1, build 20261127, port 8080",
                "My order 4123 4567 8901 2345 is late",
                "Tracking number 00370730254912345678",
                "CVR 10 15 08 17",
                "3210994321 is no date of birth, nor is 0013701234",
                "the years 2019 2020 2021 2022 and 2,300,000 items",
                "Invoice DK12 3456 7890 1234 56, account 1234-567890",
                "10.000.000 - 20.000.000 in 24 hours",
                "7.000 000 000 km, 7 000 000 000 km",
                "row 57779-58381-0-602 of 0027309973793774",
                "https://shop.example/p/1234567890123?size=12",
                "Sizes: 34 36 38 40 42 44 46",
                "Sizes: 34 36 38 40",
                "Str. 36 38 40 44 og 48",
                "We have it in 20 25 30 40 50 60 litres",
                "It comes as 34 36 38 40, 42 44 46",
                "Weeks 02 04 06 08 10 12",
                "250 500 1000 ml",
                "It comes in 250 500 1000",
                "Bottles of 250-500-1000 ml, 20 25 40 75 cm",
                "Call us about sizes 34 36 38 40",
                "Phone cases of 250 500 1000 2000"
            })
    void leavesOrdersPricesAndDatesAlone(String text) {
        assertThat(Masking.of(text).mask(text)).isEqualTo(text);
    }

    /** A list is written as these are, so these count where they stand alone or are called one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28 41 93 05 er mit nummer. | 28 41 93 05",
                "Tlf. 42 17 88 93 2100 København Ø | 42 17 88 93",
                "Skriv til 28 41 93 05, eller 61 70 22 94. | 28 41 93 05",
                "Ring 20 30 40 50 i morgen | 20 30 40 50",
                "Mit nummer er 12 34 56 78. | 12 34 56 78",
                "call me at 555 234 5678 today | 555 234 5678",
                "555 234 5678 is my mobile | 555 234 5678",
                "(555) 234-5678 or 555.234.5678 | (555) 234-5678"
            })
    void takesDigitsInGroupsForANumber(String text, String number) {
        assertThat(Masking.of(text).mask(text)).contains("MASKED_PHONE_1").doesNotContain(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ring til 12345678",
                "Tlf. 1234 5678",
                "my phone: 5551234567",
                "Ring til mig på 42 17 88 93 kl. 14"
            })
    void takesBareDigitsForANumberWhereSomebodySaysSo(String text) {
        assertThat(Masking.of(text).mask(text))
                .contains("MASKED_PHONE_1")
                .doesNotContain("5678", "88 93");
    }

    @Test
    void usesOneWordForOneValueHoweverItIsWritten() {
        var masking = Masking.of("");

        var first = masking.mask("Anna@Shop.dk or +45 12 34 56 78");
        var second = masking.mask("anna@shop.dk, bo@shop.dk, +4512345678");

        assertThat(first).isEqualTo("MASKED_EMAIL_1 or MASKED_PHONE_2");
        assertThat(second).isEqualTo("MASKED_EMAIL_1, MASKED_EMAIL_3, MASKED_PHONE_2");
        assertThat(masking.values()).isEqualTo(3);
    }

    /** Or an answer would name the address of another shop. */
    @ParameterizedTest
    @CsvSource({
        "support@my-shop.dk,support@myshop.dk",
        "a.b@shop.dk,ab@shop.dk",
        "a@b.c.dk,a@bc.dk"
    })
    void tellsAddressesApartByTheirSigns(String one, String another) {
        var masking = Masking.of("");

        var masked = masking.mask(one + " or " + another);

        assertThat(masked).isEqualTo("MASKED_EMAIL_1 or MASKED_EMAIL_2");
        assertThat(masking.restore(masked)).isEqualTo(one + " or " + another);
    }

    /** Or somebody could ask for "MASKED_EMAIL_1" and get what another text has. */
    @Test
    void takesAnotherWordWhereATextHasOurs() {
        var text = "What is MASKED_EMAIL_1?";
        var masking = Masking.of(text, "Write to anna@shop.dk");

        assertThat(masking.mask(text)).isEqualTo(text);
        assertThat(masking.mask("Write to anna@shop.dk")).isEqualTo("Write to MASKEDX_EMAIL_1");
        assertThat(masking.restore("MASKED_EMAIL_1 is MASKEDX_EMAIL_1"))
                .isEqualTo("MASKED_EMAIL_1 is anna@shop.dk");
    }

    @Test
    void leavesWordsThatStandForNothing() {
        var masking = Masking.of("");
        masking.mask("anna@shop.dk");

        assertThat(masking.restore("MASKED_EMAIL_2 MASKED_PHONE_1 MASKED_EMAIL_1"))
                .isEqualTo("MASKED_EMAIL_2 MASKED_PHONE_1 anna@shop.dk");
    }

    /** However a stream cuts it: no half of a word is seen, and nothing is lost. */
    @Test
    void restoresATextThatComesInPieces() {
        var masking = Masking.of("");
        masking.mask("anna@shop.dk +45 12 34 56 78 b@b.dk c@b.dk d@b.dk e@b.dk f@b.dk g@b.dk");
        masking.mask("h@b.dk i@b.dk j@b.dk");
        var text =
                "MAM MASKED: write to MASKED_EMAIL_1 or MASKED_EMAIL_11. Call MASKED_PHONE_2! MASKED_EMAIL_1";
        var whole = masking.restore(text);

        for (var size = 1; size <= text.length(); size++) {
            var restoring = masking.restoring();
            var read = new StringBuilder();
            for (var from = 0; from < text.length(); from += size) {
                read.append(
                        restoring.next(text.substring(from, Math.min(text.length(), from + size))));
                assertThat(whole).as("pieces of %d", size).startsWith(read);
            }
            assertThat(read.append(restoring.rest())).hasToString(whole);
        }
        assertThat(whole).contains("j@b.dk").contains("12 34 56 78").doesNotContain("MASKED_");
    }

    @Test
    void saysWhatItIsWhereNothingComesBack() {
        assertThat(Generalized.of("Mail anna@shop.dk or bo@shop.dk"))
                .isEqualTo(new Generalized("Mail e-mail address or e-mail address", 2));
    }

    /** Attack: texts made to keep a pattern busy. */
    @Test
    void isNotKeptBusyByHostileText() {
        var hostile =
                "a".repeat(20_000)
                        + " "
                        + "1 ".repeat(20_000)
                        + "a.".repeat(20_000)
                        + "@"
                        + "b.".repeat(20_000)
                        + "+1 (".repeat(10_000)
                        + "DK12 ".repeat(10_000);
        assertThat(Masking.of(hostile).mask(hostile)).isNotEmpty();
    }
}
