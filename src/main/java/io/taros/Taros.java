package io.taros;

import io.taros.backup.Restore;
import io.taros.golden.command.GoldenElsewhere;
import io.taros.platform.command.Command;
import io.taros.platform.command.CommandLine;
import io.taros.platform.command.Options;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.BindException;

@SpringBootApplication
public class Taros {
    private static final int NOT_AS_ASKED = 2;

    public static void main(String[] arguments) {
        var name = CommandLine.commandIn(arguments);
        if (name.isPresent() && !CommandLine.knows(name.get())) {
            System.err.println(
                    "There is no command '%s'.%n%n%s"
                            .formatted(name.get(), CommandLine.help(Optional.empty())));
            System.exit(NOT_AS_ASKED);
        }
        if (List.of(arguments).contains("--help")) {
            System.out.println(CommandLine.help(name));
            return;
        }
        var flags =
                name.isPresent() ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
        if (GoldenElsewhere.isMeant(name, new Options(List.of(flags)))) {
            System.exit(GoldenElsewhere.run(new Options(List.of(flags)), System.getenv()));
        }
        if (Restore.isMeant(name)) {
            System.exit(restore(flags));
        }
        if (name.filter(command -> !command.equals(CommandLine.SERVE)).isPresent()) {
            System.exit(run(name.get(), flags));
        }
        try {
            SpringApplication.run(Taros.class, flags);
        } catch (RuntimeException e) {
            System.exit(exitCodeOf(e));
        }
    }

    private static int restore(String[] flags) {
        try {
            return Restore.run(flags, staged -> run("restore", staged));
        } catch (RuntimeException e) {
            return exitCodeOf(e);
        }
    }

    /** The same application without a web server. */
    private static int run(String name, String[] flags) {
        var application =
                new SpringApplicationBuilder(Taros.class)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of("taros.jobs.workers", CommandLine.workersFor(name)))
                        .build();
        try (var context = application.run(flags)) {
            var command =
                    context.getBeanProvider(Command.class).stream()
                            .filter(candidate -> candidate.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            return command.run(new Options(List.of(flags)));
        } catch (RuntimeException e) {
            return exitCodeOf(e);
        } catch (Exception e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int exitCodeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExitCodeGenerator generator) {
                return generator.getExitCode();
            }
            if (cause instanceof BindException) {
                return NOT_AS_ASKED;
            }
        }
        return 1;
    }
}
