package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From a question without an answer to a lead that somebody sees to. */
@JourneyTest
class LeadIT {
    @AutoClose private final Shop shop = new Shop();

    @Test
    void goesFromTheOwnersFormThroughTheChatToTheDesk(
            Installation taros, Person visitor, @SignedIn Person ada) {
        var robin = taros.newBot("Robin of the leads", shop.origin());
        shop.embeds(taros, robin);
        ada.visits(taros.url("/bot/lead-form?bot=" + robin.id())).presses("Add field");
        ada.sees("These changes are not saved yet");
        ada.page.locator("[name=label-3]").fill("Which boat do you sail?");
        ada.writes("What visitors agree to (optional)", "You may call me about boats.");
        ada.presses("Save");
        ada.sees("Which boat do you sail?");
        assertThat(ada.graveFindings()).isEmpty();

        visitor.visits(shop.address()).opensChat().asks("Do you rent out submarines?");
        visitor.presses("Leave your contact details");
        visitor.writes("Name", "Freja Kierkegaard").writes("E-mail *", "freja@example.com");
        visitor.writes("Which boat do you sail?", "A jolle");
        visitor.ticks("You may call me about boats.");
        assertThat(visitor.graveFindings()).isEmpty();
        visitor.page.keyboard().press("Enter");
        visitor.sees("Thank you. We have your details");

        ada.visits(taros.url("/people/leads")).follows("Freja Kierkegaard");
        ada.sees("A jolle").sees("You may call me about boats.").sees("Ticked in a box");
        ada.page.locator("#status").selectOption("CONTACTED");
        ada.writes("Note (optional)", "Called, will come on Saturday.").presses("Save");
        ada.sees("Status: Contacted").sees("Called, will come on Saturday.");
        assertThat(ada.graveFindings()).isEmpty();
    }
}
