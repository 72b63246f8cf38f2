package io.taros.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets a day come for everything that is kept, by the command that operators have. */
@Component
public class RetentionDays {
    private final List<Command> commands;

    RetentionDays(List<Command> commands) {
        this.commands = commands;
    }

    /** As that day begins. */
    public void come(LocalDate day) {
        var command =
                commands.stream()
                        .filter(some -> some.name().equals("retention"))
                        .findFirst()
                        .orElseThrow();
        var before = System.out;
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            assertThat(command.run(new Options(List.of("--as-of", day.toString(), "--json"))))
                    .isZero();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            System.setOut(before);
        }
    }

    public void come(String day) {
        come(LocalDate.parse(day));
    }
}
