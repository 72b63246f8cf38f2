package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.taros.browser.Chromium;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the packaged product once for all journeys, gives each its people, and listens after it to
 * what their pages complained of.
 */
final class Journeys implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(Journeys.class);

    private record FindPerson(List<Person> all) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Installation.class || type == Person.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Installation.class) {
            return installation(context);
        }
        var options =
                new Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setPermissions(List.of("clipboard-read", "clipboard-write"));
        var person = new Person(Chromium.browser(context).newContext(options));
        people(context).all().add(person);
        if (parameter.isAnnotated(SignedIn.class)) {
            person.context.addCookies(installation(context).session());
        }
        return person;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var all = people(context).all();
        try {
            for (var person : all) {
                assertThat(person.complaints.unforgiven()).as("said on the console").isEmpty();
            }
        } finally {
            all.forEach(person -> person.context.close());
        }
    }

    private static FindPerson people(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        FindPerson.class, _ -> new FindPerson(new ArrayList<>()), FindPerson.class);
    }

    private static Installation installation(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Installation.class, _ -> Installation.start(), Installation.class);
    }
}
