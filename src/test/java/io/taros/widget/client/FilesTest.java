package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.taros.browser.BrowserTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Files are chosen, dropped or pasted, brought at once, and go with the next message. */
@BrowserTest
class FilesTest {
    private static final String BRING =
            """
            (field, [event, name]) => {
              const data = new DataTransfer();
              data.items.add(new File(["x"], name, { type: "text/plain" }));
              const about = { bubbles: true, cancelable: true };
              field.dispatchEvent(event === "paste"
                ? new ClipboardEvent(event, { ...about, clipboardData: data })
                : new DragEvent(event, { ...about, dataTransfer: data }));
            }
            """;

    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    private Visitor opened(Page page) {
        installation.config.put(
                "files",
                Map.of(
                        "types",
                        List.of("image/png", "text/plain"),
                        "most",
                        2,
                        "megabytes",
                        1,
                        "tooMany",
                        "A message has at most 2 files.",
                        "tooLarge",
                        "A file has at most 1 MB."));
        return new Visitor(page).visits(host).opens();
    }

    private static void choose(Visitor visitor, FilePayload... files) {
        visitor.page
                .waitForFileChooser(() -> visitor.button("Attach a file").click())
                .setFiles(files);
    }

    private static FilePayload text(String name, int size) {
        return new FilePayload(
                name, "text/plain", "x".repeat(size).getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload picture() throws IOException {
        return new FilePayload("vase.png", "image/png", FakeFiles.picture());
    }

    private List<FakeInstallation.Request> brought() {
        return installation.requestsTo("POST", "/attachments");
    }

    @Test
    void goWithTheNextMessageAndAreSeen(Page page) throws IOException {
        var visitor = opened(page);
        choose(visitor, picture(), text("order.txt", 10));
        visitor.button("Remove order.txt").waitFor();
        visitor.waitsUntil(() -> visitor.button("Send").isEnabled());

        visitor.asks("Is it broken?");

        page.locator("img[alt='vase.png']").waitFor();
        visitor.button("order.txt 4 kB").waitFor();
        assertThat(visitor.button("Remove order.txt").count()).isZero();
        var said = installation.requestsTo("POST", "/messages").getFirst().body();
        assertThat(said).contains("Is it broken?", "\"attachments\":[\"");
        visitor.sees("2 sources");
        page.reload();
        visitor.launcher().click();
        page.locator("img[alt='vase.png']").waitFor();
    }

    @Test
    void needNoWords(Page page) throws IOException {
        var visitor = opened(page);
        assertThat(visitor.button("Send").isDisabled()).isTrue();
        choose(visitor, picture());
        visitor.waitsUntil(() -> visitor.button("Send").isEnabled());

        visitor.button("Send").click();

        page.locator("img[alt='vase.png']").waitFor();
        assertThat(installation.requestsTo("POST", "/messages").getFirst().body())
                .contains("\"text\":\"\"");
    }

    @Test
    void areDroppedAndPasted(Page page) {
        var visitor = opened(page);

        visitor.message().evaluate(BRING, List.of("drop", "a.txt"));
        visitor.button("Remove a.txt").waitFor();
        visitor.message().evaluate(BRING, List.of("paste", "b.txt"));
        visitor.button("Remove b.txt").waitFor();

        visitor.waitsUntil(() -> brought().size() == 2);
    }

    @Test
    void areTakenBack(Page page) {
        var visitor = opened(page);
        choose(visitor, text("a.txt", 1));
        visitor.waitsUntil(() -> visitor.button("Send").isEnabled());

        visitor.button("Remove a.txt").click();

        visitor.waitsUntil(() -> !installation.requestsTo("DELETE", "").isEmpty());
        assertThat(visitor.button("Send").isDisabled()).isTrue();
    }

    @Test
    void sayWhyTheyAreNotTakenAndLeaveTheWordsAlone(Page page) {
        var visitor = opened(page);
        visitor.message().fill("Look at this");

        choose(
                visitor,
                new FilePayload("a.txt", "text/plain", "EMPTY".getBytes(StandardCharsets.UTF_8)));
        visitor.sees("a.txt: This file is empty. Choose another one.");
        choose(visitor, text("large.txt", 1_100_000));
        visitor.sees("large.txt: A file has at most 1 MB.");
        choose(visitor, text("b.txt", 1), text("c.txt", 1), text("d.txt", 1));
        visitor.sees("A message has at most 2 files.");

        assertThat(visitor.message().inputValue()).isEqualTo("Look at this");
        visitor.waitsUntil(() -> brought().size() == 3);
    }

    @Test
    void areChosenWithTheKeyboardAlone(Page page) {
        var visitor = opened(page);
        visitor.button("Attach a file").focus();

        var chooser = page.waitForFileChooser(() -> page.keyboard().press("Enter"));

        assertThat(chooser.isMultiple()).isTrue();
    }

    @Test
    void comeFromPeopleToo(Page page) {
        var visitor = opened(page).asks("Returns?");
        visitor.sees("2 sources");
        installation
                .onlyConversation()
                .tell(
                        "message",
                        Map.of(
                                "id",
                                "m-9",
                                "role",
                                "person",
                                "text",
                                "",
                                "author",
                                Map.of("name", "Karen"),
                                "attachments",
                                List.of(Map.of("id", "f-1", "name", "Rules.pdf", "size", 2_048))));

        var rules = visitor.button("Rules.pdf 2 kB");
        var download = page.waitForDownload(rules::click);

        assertThat(download.suggestedFilename()).isEqualTo("Rules.pdf");
    }

    @Test
    void areNotOfferedWhereTheOwnerTakesNone(Page page) {
        var visitor = new Visitor(page).visits(host).opens();

        assertThat(visitor.button("Attach a file").count()).isZero();
        visitor.message().evaluate(BRING, List.of("drop", "a.txt"));
        visitor.asks("Returns?").sees("2 sources");
        assertThat(brought()).isEmpty();
        assertThat(installation.requests)
                .extracting(FakeInstallation.Request::path)
                .noneMatch(path -> path.contains("/widget/files"));
    }
}
