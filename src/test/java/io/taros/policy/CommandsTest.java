package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.command.Command;
import io.taros.platform.command.CommandLine;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A command that cannot be typed, or is not in the help, is none. */
@TarosTest
class CommandsTest {
    private final List<Command> commands;

    CommandsTest(List<Command> commands) {
        this.commands = commands;
    }

    @Test
    void canAllBeTypedAndAreInTheHelp() {
        assertThat(commands)
                .hasSizeGreaterThan(5)
                .allSatisfy(command -> {
                    assertThat(CommandLine.knows(command.name())).as(command.name()).isTrue();
                    assertThat(CommandLine.help(Optional.empty())).contains(command.name());
                });
    }
}
