package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.taros.knowledge.extract.LockedPdf;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Somebody uploads a PDF that asks for a password, and gives it on the page of the file. */
@JourneyTest
class LockedFileIT {
    private static final String PASSWORD = "åben-sesam-4711";

    @Test
    void isTaughtOnceItsPasswordIsGiven(Installation taros, @SignedIn Person ada)
            throws IOException {
        ada.complaints.forgive("status of 422");
        var bot = taros.newBot("Doorkeeper");
        ada.visits(taros.url("/knowledge?add=files&bot=" + bot.id()));
        var file = LockedPdf.of("We open at nine and close at half past four.", PASSWORD);
        ada.field("Files").setInputFiles(new FilePayload("hours.pdf", "application/pdf", file));
        ada.ticks("I have the right to use this material here.").presses("Add files");
        ada.sees("Failed").follows("hours.pdf").sees("The PDF asks for a password");
        assertThat(ada.graveFindings()).isEmpty();

        ada.writes("Password of the PDF", "open sesame").presses("Open and read");
        ada.sees("This password does not open the PDF; check it and try again.");
        assertThat(ada.field("Password of the PDF").inputValue()).isEmpty();
        assertThat(ada.graveFindings()).isEmpty();

        ada.writes("Password of the PDF", PASSWORD).presses("Open and read");
        ada.sees("Ready").seesNoMore("The PDF asks for a password");
        assertThat(ada.field("Password of the PDF").count()).isZero();
        ada.page.locator("td .cell-title").first().click();
        ada.sees("We open at nine and close at half past four.");
    }
}
