package io.taros.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail programs put below an answer, and what people write themselves. */
class AnswerTextTest {
    /** Nobody shall be able to keep us busy with a mail. */
    @Test
    void isDoneSoonWithWhateverIsWritten() {
        var line = ">".repeat(30_000) + "1".repeat(30_000) + "<";
        var whole =
                (line + "\n").repeat(3)
                        + "> quoted\n".repeat(50_000)
                        + "Am 1 schrieb :\n".repeat(3_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> AnswerText.of(whole));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> HtmlAnswer.text("<p id=appendonsend>" + "<p>a".repeat(100_000)));
    }

    private static final String ANSWER = "Yes, Friday is fine.\n\nIs the skipper told?";
    private static final String QUOTED =
            """

            > ##- write above this line -##
            >
            > You were away when this was written to you in the chat with Robin.
            >
            > Freja:
            > We deliver on Fridays.
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Gmail
                "On Fri, 27 Nov 2026 at 10:12, Freja <taros@fjord.example> wrote:\n",
                "On Fri, Nov 27, 2026 at 10:12 AM Freja from the Fjord Thread Company <\ntaros@fjord.example> wrote:\n",
                "Den fre. 27. nov. 2026 kl. 10.12 skrev Freja <taros@fjord.example>:\n",
                "Am Fr., 27. Nov. 2026 um 10:12 Uhr schrieb Freja <taros@fjord.example>:\n",
                // Apple Mail
                "> On 27 Nov 2026, at 10.12, Freja <taros@fjord.example> wrote:\n",
                "> Den 27. nov. 2026 kl. 10.12 skrev Freja <taros@fjord.example>:\n",
                "> Am 27.11.2026 um 10:12 schrieb Freja <taros@fjord.example>:\n",
                // Thunderbird
                "On 27/11/2026 10:12, Freja wrote:\n",
                "Den 27.11.2026 kl. 10.12 skrev Freja:\n",
                "Am 27.11.2026 um 10:12 schrieb Freja:\n",
                // Others
                "Le ven. 27 nov. 2026 à 10:12, Freja <taros@fjord.example> a écrit :\n",
                ""
            })
    void leavesOutWhatIsQuoted(String head) {
        assertThat(AnswerText.of(ANSWER + "\n\n" + head + QUOTED)).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                ________________________________
                From: Freja <taros@fjord.example>
                Sent: Friday, November 27, 2026 10:12 AM
                To: Ada Lund <ada@tidewater.example>
                Subject: A reply to you from Robin
                """,
                """
                Fra: Freja <taros@fjord.example>
                Sendt: 27. november 2026 10:12
                Til: Ada Lund <ada@tidewater.example>
                Emne: Et svar til dig fra Robin
                """,
                """
                Von: Freja <taros@fjord.example>
                Gesendet: Freitag, 27. November 2026 10:12
                An: Ada Lund <ada@tidewater.example>
                Betreff: A reply to you from Robin
                """,
                "-----Original Message-----\n",
                "-----Oprindelig meddelelse-----\n",
                "-----Ursprüngliche Nachricht-----\n",
                "##- write above this line -##\n"
            })
    void leavesOutWhatOutlookPutsBelow(String head) {
        var below = head + "\nYou were away when this was written.\n\nFreja:\nOn Fridays.\n";

        assertThat(AnswerText.of(ANSWER + "\r\n\r\n" + below)).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nAda Lund\nTidewater Hosting ApS\n+45 12 34 56 78",
                "Sent from my iPhone",
                "Sendt fra min iPhone",
                "Von meinem iPhone gesendet",
                "Get Outlook for iOS<https://aka.ms/o0ukef>"
            })
    void leavesOutSignatures(String signature) {
        assertThat(AnswerText.of(ANSWER + "\n\n" + signature + "\n\n" + QUOTED)).isEqualTo(ANSWER);
    }

    @Test
    void keepsWhatPeopleWriteThemselves() {
        var text =
                """
                On Monday the 3rd my neighbour wrote:
                the parcel is with her. Is that right?

                From: Odense. To: Bornholm. Weight > 3 kg
                -- not the heavy one --
                Sent from my home, not from the shop, on the 4th.
                Thanks!\
                """;

        assertThat(AnswerText.of(text)).isEqualTo(text);
    }

    @Test
    void keepsWhatStandsBelowTheQuoteWhereNothingStandsAbove() {
        assertThat(
                        AnswerText.of(
                                "On 27/11/2026 10:12, Freja wrote:\n"
                                        + "> We deliver on Fridays.\n\nFriday is fine.\n\n"
                                        + "> Is somebody at home?\n\nMy neighbour is.\n"))
                .isEqualTo("Friday is fine.\n\n\nMy neighbour is.");
    }

    @Test
    void readsHtmlAsMailProgramsWriteIt() {
        var quoted = "<p>##- write above this line -##</p><p>Freja<br>We deliver on Fridays.</p>";
        assertThat(
                        HtmlAnswer.text(
                                "<div dir=\"ltr\">Yes,&nbsp;Friday is fine.<div><br></div><div>Is the <b>skipper</b> told?</div></div><br><div class=\"gmail_quote gmail_quote_container\"><div class=\"gmail_attr\">On Fri, Freja wrote:<br></div><blockquote class=\"gmail_quote\">"
                                        + quoted
                                        + "</blockquote></div>"))
                .as("Gmail")
                .isEqualTo(ANSWER);
        assertThat(
                        HtmlAnswer.text(
                                "<html><head><style>p {color: red}</style></head><body><p class=\"MsoNormal\">Yes, Friday is fine.</p><p class=\"MsoNormal\">&nbsp;</p><p class=\"MsoNormal\">Is the skipper told?</p><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Freja<br><b>Sent:</b> Friday<br></div><div>"
                                        + quoted
                                        + "</div></body></html>"))
                .as("Outlook")
                .isEqualTo(ANSWER);
        assertThat(
                        HtmlAnswer.text(
                                "<html><body>Yes, Friday is fine.<div><br></div><div>Is the skipper told?<br id=\"lineBreakAtBeginningOfMessage\"><div><br><blockquote type=\"cite\"><div>Den 27. nov. 2026 kl. 10.12 skrev Freja:</div>"
                                        + quoted
                                        + "</blockquote></div></div></body></html>"))
                .as("Apple Mail")
                .isEqualTo(ANSWER);
        assertThat(HtmlAnswer.text("<p>5 &lt; 6 &amp; 7<script>alert(1)</script></p>"))
                .isEqualTo("5 < 6 & 7");
    }
}
