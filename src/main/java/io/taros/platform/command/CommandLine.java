package io.taros.platform.command;

import java.util.List;
import java.util.Optional;

/** What can be typed, and the help for it; known without starting anything. */
public final class CommandLine {
    public record Usage(String name, String options, String does) {}

    public static final String SERVE = "serve";

    private static final List<Usage> COMMANDS =
            List.of(
                    new Usage(SERVE, "", "Run the server (the default)."),
                    new Usage(
                            "setup",
                            "--email E --password P --organization NAME [--json]",
                            "Create the first account as owner of a new organization; prints organizationId and apiKey."),
                    new Usage(
                            "evaluate",
                            "--documents docs.jsonl --questions questions.jsonl [--faqs faqs.jsonl] [--details results.jsonl|results.csv] [--report report.html] [--progress] [--json]",
                            "Teach a throw-away organization, ask every question, print the figures; if asked for, write down each answer and a report with pictures."),
                    new Usage(
                            "golden",
                            "--bot ID [--questions golden.csv] [--url https://… --key KEY] [--json]",
                            "Ask a bot its golden questions, or those of a file, and print what fails; with --url on a server that runs elsewhere. Exit code: 0 all passed, 1 some failed, 2 could not be run."),
                    new Usage(
                            "reindex",
                            "[--organization ID] [--json]",
                            "Rebuild the search index from the database, without embedding again."),
                    new Usage(
                            "retention",
                            "[--as-of DATE] [--dry-run] [--json]",
                            "Remove what is over, as every night; with --as-of as if that day had begun, with --dry-run only count."),
                    new Usage(
                            "verify-audit",
                            "[--json]",
                            "Check every audit log. Exit code: 0 all whole, 1 something was altered or is missing."),
                    new Usage(
                            "backup",
                            "FILE [--json]",
                            "Write everything into FILE, and the keys without which it cannot be read into FILE.keys; both are read back."),
                    new Usage(
                            "restore",
                            "FILE [--keys FILE] [--journal FILE] [--replace] [--json]",
                            "Make the installation of a backup again, without what was erased since; with --replace what is there is moved aside, never deleted."),
                    new Usage(
                            "rotate-master-key",
                            "[--to FILE]",
                            "Replace the master key and close every key with the new one; where it is set by the operator, write down what to set next."),
                    new Usage(
                            "staff",
                            "--email E --role SUPPORT|FINANCE|ENGINEER|ADMINISTRATOR",
                            "Make an account one of those who run the installation."),
                    new Usage(
                            "partner",
                            "--organization ID [--revoke]",
                            "Certify an organization as a partner, which may manage others; with --revoke take that back."));

    private CommandLine() {}

    /** The command among the arguments: the first that is no flag. */
    public static Optional<String> commandIn(String[] arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-")
                ? Optional.of(arguments[0])
                : Optional.empty();
    }

    /** Something to do, rather than a help to print or a command there is not. */
    public static boolean isToRun(String[] arguments) {
        return !List.of(arguments).contains("--help")
                && commandIn(arguments).map(CommandLine::knows).orElse(true);
    }

    static boolean isServer(List<String> arguments) {
        return commandIn(arguments.toArray(String[]::new)).map(SERVE::equals).orElse(true);
    }

    /** Only a command that teaches works off jobs; the others leave them to the server. */
    public static int workersFor(String name) {
        return name.equals("evaluate") ? 4 : 0;
    }

    public static boolean knows(String name) {
        return COMMANDS.stream().anyMatch(command -> command.name().equals(name));
    }

    public static String help(Optional<String> name) {
        return COMMANDS.stream()
                        .filter(command -> name.isEmpty() || command.name().equals(name.get()))
                        .map(command ->
                                "  %s %s%n      %s"
                                        .formatted(
                                                command.name(), command.options(), command.does()))
                        .reduce(
                                "Usage: java -jar taros.jar [COMMAND] [--option value …] [--taros.data-dir=DIR …]%n%n"
                                        .formatted(),
                                (text, line) -> text + line + System.lineSeparator())
                + """

                Every setting can be given as a flag, for example --server.port=8081.
                Exit code: 0 done, 1 tried and failed, 2 could not be tried as asked.
                """;
    }
}
