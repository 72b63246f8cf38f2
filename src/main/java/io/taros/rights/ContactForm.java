package io.taros.rights;

import io.taros.conversation.Lead;
import io.taros.platform.web.BadInput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How somebody is reached, as it should have been. */
record ContactForm(@Nullable String name, @Nullable String email, @Nullable String phone) {
    private static final int LONGEST = 200;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@]{2,}");
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()./-]{4,30}");

    Lead.Contact contact() {
        var checkedEmail = checked("email", email);
        var checkedPhone = checked("phone", phone);
        if (checkedEmail == null && checkedPhone == null) {
            throw new BadInput("email", "rights.input.contact");
        }
        if (checkedEmail != null && !EMAIL.matcher(checkedEmail).matches()) {
            throw new BadInput("email", "rights.input.email");
        }
        if (checkedPhone != null && !PHONE.matcher(checkedPhone).matches()) {
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
