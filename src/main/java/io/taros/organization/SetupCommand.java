package io.taros.organization;

import io.taros.account.NewAccount;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code setup}: the first account without a browser. The password may come in the environment
 * ({@code TAROS_SETUP_PASSWORD}), where other users of the machine do not see it.
 */
@Component
class SetupCommand implements Command {
    record Done(OrganizationId organizationId, String apiKey) {}

    private static final int NOT_AS_ASKED = 2;
    private static final String ENGLISH = "en";

    private final FirstOwner firstOwner;
    private final ApiKeys keys;
    private final Environment environment;
    private final JsonMapper json;
    private final MessageSource messages;

    SetupCommand(
            FirstOwner firstOwner,
            ApiKeys keys,
            Environment environment,
            JsonMapper json,
            MessageSource messages) {
        this.firstOwner = firstOwner;
        this.keys = keys;
        this.environment = environment;
        this.json = json;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "setup";
    }

    @Override
    public int run(Options options) {
        try {
            var email = required(options, "email");
            var password =
                    options.find("password")
                            .or(() ->
                                    Optional.ofNullable(
                                            environment.getProperty("TAROS_SETUP_PASSWORD")))
                            .orElseThrow(() -> missing("password"));
            var organization = NewOrganization.named(required(options, "organization"), ENGLISH);
            var name = options.find("name").orElse(email.replaceFirst("@.*", ""));
            return create(new NewAccount(email, name, password, ENGLISH), organization);
        } catch (BadInput refused) {
            System.err.println(messages.getMessage(refused, Locale.ENGLISH));
            return NOT_AS_ASKED;
        }
    }

    private int create(NewAccount account, NewOrganization organization) {
        var created = firstOwner.create(account, organization, () -> true);
        if (created.isEmpty()) {
            System.err.println(
                    "This installation has an owner already; further accounts are made in the"
                            + " dashboard.");
            return NOT_AS_ASKED;
        }
        var owner = created.get();
        var token =
                Tenancy.callAs(
                        owner.organization(),
                        owner.account().value(),
                        () -> keys.add(NewApiKey.endless("setup", NewApiKey.allScopes())));
        System.out.println(json.writeValueAsString(new Done(owner.organization(), token.text())));
        return 0;
    }

    private static String required(Options options, String name) {
        return options.find(name).orElseThrow(() -> missing(name));
    }

    private static BadInput missing(String name) {
        return new BadInput(name, "organization.input.option", name);
    }
}
