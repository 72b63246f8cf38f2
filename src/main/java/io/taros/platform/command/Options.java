package io.taros.platform.command;

import java.util.List;
import java.util.Optional;

/**
 * The options of a command, written {@code --email=ada@example.org} or {@code --email
 * ada@example.org}; Spring reads only the first way.
 */
public record Options(List<String> arguments) {
    private static final String MARK = "--";

    public Options {
        arguments = List.copyOf(arguments);
    }

    /** Given without a value, or at all. */
    public boolean has(String name) {
        return arguments.contains(MARK + name) || find(name).isPresent();
    }

    /** What a command is about: the first word that is neither an option nor the value of one. */
    public Optional<String> operand() {
        var isValue = false;
        for (var argument : arguments) {
            if (!argument.startsWith(MARK) && !isValue) {
                return Optional.of(argument);
            }
            isValue = argument.startsWith(MARK) && !argument.contains("=");
        }
        return Optional.empty();
    }

    public Optional<String> find(String name) {
        var option = MARK + name;
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.startsWith(option + "=")) {
                return Optional.of(argument.substring(option.length() + 1));
            }
            if (argument.equals(option)
                    && i + 1 < arguments.size()
                    && !arguments.get(i + 1).startsWith(MARK)) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
