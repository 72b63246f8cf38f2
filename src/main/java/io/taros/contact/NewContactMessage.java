package io.taros.contact;

import io.taros.account.NewAccount;
import io.taros.platform.web.BadInput;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * What stands in the form. Refuses what nobody could answer with a sentence for whoever wrote it.
 */
record NewContactMessage(String name, String email, String text, String language) {
    static final int LONGEST_NAME = 120;
    static final int LONGEST_TEXT = 5_000;
    private static final int SHORTEST_TEXT = 10;

    NewContactMessage {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new BadInput("name", "contact.input.name", LONGEST_NAME);
        }
        email = NewAccount.address(email);
        if (!isAddress(email)) {
            throw new BadInput("email", "account.input.email");
        }
        // However a browser writes the end of a line.
        text = text.strip().replace("\r\n", "\n");
        if (text.length() < SHORTEST_TEXT || text.length() > LONGEST_TEXT) {
            throw new BadInput("text", "contact.input.text", SHORTEST_TEXT, LONGEST_TEXT);
        }
    }

    /** As mail takes it: it stands in the mail to the operator as whom to answer. */
    private static boolean isAddress(String email) {
        try {
            new InternetAddress(email, true);
            return true;
        } catch (AddressException _) {
            return false;
        }
    }

    /** Never what was written, nor by whom. */
    @Override
    public String toString() {
        return "NewContactMessage";
    }
}
