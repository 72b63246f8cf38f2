package io.taros.rights;

import io.taros.conversation.Lead;
import io.taros.platform.web.BadInput;
import org.jspecify.annotations.Nullable;

/** How somebody is reached, as it should have been. */
record ContactForm(@Nullable String name, @Nullable String email, @Nullable String phone) {
    private static final int LONGEST = 200;

    Lead.Contact contact() {
        var checkedEmail = checked("email", email);
        var checkedPhone = checked("phone", phone);
        if (checkedEmail == null && checkedPhone == null) {
            throw new BadInput("email", "rights.input.contact");
        }
        if (checkedEmail != null && !Lead.Contact.isEmail(checkedEmail)) {
            throw new BadInput("email", "rights.input.email");
        }
        if (checkedPhone != null && !Lead.Contact.isPhone(checkedPhone)) {
            throw new BadInput("phone", "rights.input.phone");
        }
        return new Lead.Contact(checked("name", name), checkedEmail, checkedPhone, null);
    }

    private static @Nullable String checked(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw new BadInput(field, "rights.input.long", LONGEST);
        }
        return value.strip();
    }
}
