package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.StaffRole;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * {@code staff --email E --role R}: makes an account staff, or gives it another role. How the first
 * administrator comes to be, and the way back if there is none who can sign in.
 */
@Component
class StaffCommand implements Command {
    private static final int NOT_AS_ASKED = 2;

    private final Accounts accounts;
    private final StaffMembers staff;
    private final MessageSource messages;

    StaffCommand(Accounts accounts, StaffMembers staff, MessageSource messages) {
        this.accounts = accounts;
        this.staff = staff;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public int run(Options options) {
        var role = options.find("role").flatMap(StaffCommand::role);
        if (role.isEmpty()) {
            return refuse("--role is one of " + Arrays.toString(StaffRole.values()) + ".");
        }
        var account = options.find("email").flatMap(accounts::findByEmail);
        if (account.isEmpty()) {
            return refuse(
                    "--email is the e-mail of an account that exists. Register it, or make it with"
                            + " the command setup, and try again.");
        }
        return set(account.get(), role.get());
    }

    private int set(Account account, StaffRole role) {
        try {
            Tenancy.callAs(
                    OrganizationId.INSTALLATION,
                    account.id().value(),
                    () -> {
                        staff.set(account.id(), role);
                        return true;
                    });
            System.out.println(account.email() + " is staff of this installation: " + role);
            return 0;
        } catch (Conflict last) {
            return refuse(messages.getMessage(last, Locale.ENGLISH));
        }
    }

    private static int refuse(String sentence) {
        System.err.println(sentence);
        return NOT_AS_ASKED;
    }

    private static Optional<StaffRole> role(String name) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
