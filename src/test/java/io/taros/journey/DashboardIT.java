package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The owner's rooms. */
@JourneyTest
class DashboardIT {
    private static final String RIGHTS = "I have the right to use this material here.";

    @Nested
    class Knowledge {
        @Test
        void takesTextFilesAndAnswersAndForgetsThem(Installation taros, @SignedIn Person ada) {
            var bot = taros.newBot("Librarian");
            ada.visits(taros.url("/knowledge?bot=" + bot.id())).seesHeading("Nothing taught yet");

            addText(ada);
            addFile(ada);
            addAnswer(ada);

            ada.follows("Sources").follows("Opening hours");
            ada.follows("Delete").seesHeading("Delete this source?").follows("Cancel");
            ada.follows("Delete").presses("Delete source");
            ada.seesHeading("Knowledge").sees("glazes.md");
            assertThat(ada.link("Opening hours")).hasCount(0);
        }

        private static void addText(Person ada) {
            ada.page.locator(".page-head").getByText("Add source").click();
            ada.page.getByText("Paste it; a title makes it easy to cite.").click();
            ada.writes("Title", "Opening hours")
                    .writes("Text", "The workshop is open from Tuesday to Saturday, ten to five.")
                    .ticks(RIGHTS)
                    .presses("Add text");
            ada.sees("Opening hours").sees("Ready");
        }

        private static void addFile(Person ada) {
            ada.follows("Add source");
            ada.page.getByText("PDF, Office, OpenDocument").click();
            ada.field("Files")
                    .setInputFiles(
                            new FilePayload(
                                    "glazes.md",
                                    "text/markdown",
                                    "# Glazes\n\nThe blue glaze holds cobalt and is safe for food."
                                            .getBytes(StandardCharsets.UTF_8)));
            ada.ticks(RIGHTS).presses("Add files");
            ada.sees("glazes.md").sees("Ready");
        }

        private static void addAnswer(Person ada) {
            ada.follows("Questions & answers").seesHeading("No fixed answers yet");
            ada.page.locator(".page-head").getByText("Add a question").click();
            ada.writes("Question", "Do you repair chipped glass?")
                    .writes(
                            "Answer",
                            "Yes. Bring it on a Saturday; we grind the rim while you wait.")
                    .ticks(RIGHTS)
                    .presses("Add question");
            ada.sees("Do you repair chipped glass?").sees("we grind the rim");
        }
    }

    @Nested
    class Bot {
        @Test
        void losesNothingWhenAFieldIsRefused(Installation taros, @SignedIn Person ada) {
            ada.complaints.forgive("status of 422");
            var bot = taros.newBot("Clerk");
            ada.visits(taros.url("/bot?bot=" + bot.id()));
            ada.writes("Name", "   ").writes("Instructions (optional)", "Friendly and brief.");
            ada.field("Language").selectOption("da");
            ada.presses("Save");

            ada.sees("nothing was saved yet");
            assertThat(ada.field("Name")).isFocused();
            assertThat(ada.field("Instructions (optional)")).hasValue("Friendly and brief.");
            assertThat(ada.field("Language")).hasValue("da");

            ada.writes("Name", "Front desk").presses("Save");
            ada.sees("Saved");
            ada.page.reload();
            assertThat(ada.field("Name")).hasValue("Front desk");
            assertThat(ada.field("Instructions (optional)")).hasValue("Friendly and brief.");
            assertThat(ada.field("Language")).hasValue("da");
        }
    }

    @Nested
    class Widget {
        @Test
        void isSeenLiveAndItsLineIsCopied(Installation taros, @SignedIn Person ada) {
            var bot = taros.newBot("Showcase");
            ada.visits(taros.url("/bot/widget?bot=" + bot.id())).sees("How can we help?");

            ada.page.locator("#snippet button").first().click();
            ada.sees("Copied");
            assertThat(ada.page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo(
                            "<script async src=\"%s\" data-bot=\"%s\"></script>"
                                    .formatted(taros.url("/widget.js"), bot.publicKey()));
        }

        @Test
        void showsWhatWasSavedAndKeepsWhatWasNot(Installation taros, @SignedIn Person ada) {
            ada.complaints.forgive("status of 422");
            var bot = taros.newBot("Showcase");
            ada.visits(taros.url("/bot/widget?bot=" + bot.id()));
            ada.writes("Greeting (optional)", "Hello from the furnace.")
                    .writes("Websites", "fjordglas.example/shop")
                    .presses("Save");

            ada.sees("Write an origin like https://www.example.com, without a path");
            assertThat(ada.field("Greeting (optional)")).hasValue("Hello from the furnace.");

            ada.writes("Websites", "https://fjordglas.example").presses("Save");
            ada.sees("Saved");
            assertThat(ada.page.locator("taros-chat h2")).hasText("Hello from the furnace.");
        }
    }

    @Nested
    class Settings {
        @Test
        void showsANewKeyOnceAndRevokesIt(Installation taros, @SignedIn Person ada) {
            ada.visits(taros.url("/settings/api-keys"));
            ada.writes("Name", "Stock robot")
                    .ticks("Read sources and documents")
                    .presses("Create key");
            ada.seesHeading("Your new key").sees("it cannot be shown again");
            var token = ada.page.locator(".secret-once code").innerText();
            assertThat(taros.statusWith(token, "/bots")).isEqualTo(403);

            ada.visits(taros.url("/settings/api-keys"));
            assertThat(ada.page.content()).doesNotContain(token);
            var row =
                    ada.page
                            .getByRole(AriaRole.ROW)
                            .filter(
                                    new com.microsoft.playwright.Locator.FilterOptions()
                                            .setHasText("Stock robot"));
            row.getByLabel("Rotate or revoke Stock robot").click();
            row.getByText(
                            "Revoke",
                            new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                    .click();

            assertThat(row).containsText("revoked");
            assertThat(taros.statusWith(token, "/bots")).isEqualTo(401);
        }
    }

    @Nested
    class SigningIn {
        @Test
        void takesTheRightPasswordAndSaysWhenItIsWrong(Installation taros, Person ada) {
            ada.complaints.forgive("status of 422");
            ada.visits(taros.url("/knowledge")).seesHeading("Sign in");

            ada.writes("E-mail", Installation.EMAIL)
                    .writes("Password", "three loud otters")
                    .presses("Sign in");
            assertThat(ada.alert()).containsText("password");
            assertThat(ada.field("E-mail")).hasValue(Installation.EMAIL);
            ada.writes("Password", Installation.PASSWORD).presses("Sign in");
            ada.page.waitForURL(taros.url("/home"));

            ada.page.locator(".rail-foot summary").click();
            ada.presses("Sign out").seesHeading("Sign in");
            ada.visits(taros.url("/knowledge")).seesHeading("Sign in");
        }
    }

    @Nested
    class Palette {
        @Test
        void goesAnywhereByTyping(Installation taros, @SignedIn Person ada) {
            ada.visits(taros.url("/settings/api-keys")).seesHeading("API keys");

            ada.hits("Control+k").types("inbo").hits("Enter");
            ada.seesHeading("Inbox");
            ada.hits("Meta+k").types("add").hits("ArrowDown").hits("ArrowDown").hits("Enter");
            ada.seesHeading("Add a source");
            assertThat(ada.field("Title")).isVisible();
        }

        @Test
        void opensByItsButtonAndSaysWhenItKnowsNothing(Installation taros, @SignedIn Person ada) {
            ada.visits(taros.url("/bot"));
            ada.page.locator(".rail-search").click();

            ada.types("teapots").sees("Nothing by that name.");
            ada.hits("Escape");

            assertThat(ada.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions()))
                    .hasCount(0);
        }
    }
}
