package io.taros.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.Browser;
import io.taros.testing.Browser.Page;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Somebody who does with passkeys what the script of the pages does. */
record PasskeyUser(Browser browser) {
    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("/account/passkeys/([0-9a-f-]{36})/removal");

    /** What a new one has to be like. */
    String asked() {
        browser.get("/account/security");
        return options(browser.post("/account/passkeys/enrolment"));
    }

    Page add(SoftwareKey key, String name) {
        return browser.post("/account/passkeys", "name", name, "passkey", key.make(asked()));
    }

    /** What is to be signed to come in. */
    String challenge() {
        browser.get("/sign-in");
        return browser.post("/sign-in/passkey/challenge").body();
    }

    Page signIn(SoftwareKey key) {
        return answer(key.sign(challenge()));
    }

    Page answer(String answer) {
        return browser.post("/sign-in/passkey", "passkey", answer);
    }

    boolean isIn() {
        return browser.get("/account").status() == 200;
    }

    /** The only one there is. */
    String id() {
        var found = ID.matcher(browser.get("/account/security").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    static String options(Page page) {
        var found = OPTIONS.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }
}
