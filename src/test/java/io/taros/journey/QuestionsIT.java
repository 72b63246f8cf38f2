package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What must be said in exactly one's own words, from a spreadsheet and by hand. */
@JourneyTest
class QuestionsIT {
    private static final String TABLE =
            """
            No.;Reply;Customers ask
            1;We grind chipped glass for nine euro.;Do you grind chipped glass?
            2;;Do you engrave?
            3;We open at nine.;When do you open?
            """;

    @Test
    void comeFromATableThatWasLookedAtFirst(Installation taros, @SignedIn Person ada)
            throws IOException {
        var bot = taros.newBot("Engraver");
        teach(taros, ada, bot.id(), "When do you open?", "At eight.");
        ada.visits(taros.url("/knowledge/questions?bot=" + bot.id())).follows("Import");
        ada.page.setInputFiles(
                "#file",
                new FilePayload("faq.csv", "text/csv", TABLE.getBytes(StandardCharsets.UTF_8)));
        ada.sees(
                        "One question is added, none is changed, none is there already, 2 lines have errors.")
                .sees("A question and an answer are both needed.");
        ada.ticks("Give them the answer of the table");
        ada.sees(
                "One question is added, one is changed, none is there already, one line has an error.");
        var errors = ada.page.waitForDownload(() -> ada.presses("Download the errors"));
        assertThat(Files.readString(errors.path())).contains("3,Do you engrave?,,");

        ada.page.getByLabel("Column 2").selectOption("NONE");
        ada.sees("Say which one column holds the question");
        ada.page.getByLabel("Column 2").selectOption("ANSWER");
        ada.ticks("I have the right to use this material here.").presses("Import 2 questions");

        ada.sees("2 questions were imported").sees("We grind chipped glass for nine euro.");
    }

    @Test
    void areWrittenWithoutLeavingTheKeyboard(Installation taros, @SignedIn Person ada) {
        var bot = taros.newBot("Glazier");
        teach(taros, ada, bot.id(), "Do you cut mirrors?", "On Fridays.");
        assertThat(ada.field("Question")).isFocused();
        assertThat(ada.field("Question")).hasValue("");
        ada.field("Question").press("Escape");

        ada.button("Edit “Do you cut mirrors?”").press("Enter");
        assertThat(ada.field("Question")).isFocused();
        ada.field("Answer").fill("On Mondays.");
        ada.field("Answer").press("Escape");
        ada.sees("On Fridays.");
        assertThat(ada.button("Edit “Do you cut mirrors?”")).isFocused();
        ada.button("Edit “Do you cut mirrors?”").press("Enter");
        ada.field("Answer").fill("On Tuesdays.");
        ada.field("Answer").press("Control+Enter");
        ada.sees("On Tuesdays.");

        ada.button("Delete “Do you cut mirrors?”").press("Enter");
        ada.sees("is deleted");
        assertThat(ada.button("Undo")).isFocused();
        ada.button("Undo").press("Enter");
        ada.sees("On Tuesdays.");
    }

    @Test
    void areGoneBeforeTheEyesOfWhoIsTooLate(Installation taros, @SignedIn Person ada) {
        var bot = taros.newBot("Framer");
        teach(taros, ada, bot.id(), "Do you frame?", "We do.");
        ada.visits(taros.url("/knowledge/questions?bot=" + bot.id())).sees("We do.");
        var seen = ada.page.url();
        var other = ada.page.context().newPage();
        other.navigate(seen);
        other.getByLabel("Delete “Do you frame?”").click();
        other.getByText("is deleted").waitFor();

        ada.button("Edit “Do you frame?”").press("Enter");

        ada.sees("what it led to has been deleted").sees("We do.");
        ada.complaints.forgive("status of 404");
        ada.complaints.forgive("Response Status Error Code 404");
    }

    private static void teach(
            Installation taros, Person ada, String bot, String question, String answer) {
        ada.visits(taros.url("/knowledge/questions?add=question&bot=" + bot))
                .writes("Question", question)
                .writes("Answer", answer)
                .ticks("I have the right to use this material here.");
        ada.field("Answer").press("Control+Enter");
        ada.sees(answer);
    }
}
