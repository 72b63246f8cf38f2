package io.taros.platform.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code java -jar taros.jar} is run again as: with the arguments Taros wants for the virtual
 * machine, then those that were typed, which so have the last word.
 *
 * @param typed the whole command line, the program first
 * @param arguments what of it is meant for Taros
 * @param environment where the data directory may be named, too
 */
public record JavaCommand(
        Path java, List<String> typed, List<String> arguments, Map<String, String> environment) {
    private static final String MAIN = "io.taros.Taros";
    private static final String JAR = "-jar";
    private static final String DATA_DIRECTORY = "taros.data-dir=";

    /**
     * Empty when the command line is not understood: a file of arguments stands for something that
     * is not written there.
     *
     * @param wanted what Taros wants for the virtual machine
     */
    public Optional<List<String>> with(List<String> wanted) {
        var jar = typed.indexOf(JAR) + 1;
        if (jar == 0 || typed.size() != jar + 1 + arguments.size()) {
            return Optional.empty();
        }
        var own = typed.subList(1, jar - 1);
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(wanted);
        command.addAll(classArchive(own));
        command.addAll(own);
        command.addAll(List.of("-cp", Path.of(typed.get(jar)).toAbsolutePath().toString(), MAIN));
        command.addAll(arguments);
        return Optional.of(command);
    }

    /** Where the classes for the next start are kept, unless it was decided otherwise. */
    public Path archive() {
        return archive(typed);
    }

    /**
     * Classes as the virtual machine keeps them ready for the next start. The server writes them
     * when it stops, if there are none for this jar and this Java yet.
     */
    private List<String> classArchive(List<String> own) {
        var file = archive(own).toString();
        var isDecided =
                own.stream()
                        .anyMatch(flag ->
                                flag.startsWith("-Xshare")
                                        || flag.startsWith("-XX:AOT")
                                        || flag.contains("SharedArchive"));
        // A colon would part the name in two.
        if (isDecided || file.contains(":")) {
            return List.of();
        }
        var flags =
                new ArrayList<>(
                        List.of(
                                "-XX:SharedArchiveFile=" + file,
                                "-Xlog:cds*=off",
                                "-Xlog:aot*=off"));
        if (CommandLine.isServer(arguments)) {
            flags.add("-XX:+AutoCreateSharedArchive");
        }
        return flags;
    }

    private Path archive(List<String> own) {
        return dataDirectory(own).resolve("classes.jsa");
    }

    private Path dataDirectory(List<String> own) {
        var named =
                Stream.concat(
                                named("--", arguments),
                                Stream.concat(
                                        named("-D", own),
                                        Stream.of("TAROS_DATA_DIR", "TAROS_DATADIR")
                                                .map(environment::get)
                                                .flatMap(Stream::ofNullable)))
                        .findFirst();
        return Path.of(named.orElse("data")).toAbsolutePath();
    }

    private static Stream<String> named(String dashes, List<String> among) {
        var start = dashes + DATA_DIRECTORY;
        return among.stream()
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()));
    }
}
