package io.taros;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.util.Objects.requireNonNull;

import io.taros.platform.command.CommandLine;
import io.taros.platform.command.JavaCommand;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;

/**
 * The main class of the packaged jar. {@code java -jar} cannot carry arguments for the virtual
 * machine, and Taros wants some: on Linux this process becomes, under the same id, {@code java}
 * with them (docs/adr/015). Elsewhere, and where that is refused, Taros runs without.
 */
public final class Launcher {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final Path EXECUTABLE = Path.of("/proc/self/exe");
    private static final int START = 4;
    private static final String ARGUMENTS = "Virtual-Machine-Arguments";

    private Launcher() {}

    public static void main(String[] arguments) throws Throwable {
        if (Files.isReadable(COMMAND_LINE) && CommandLine.isToRun(arguments)) {
            var typed =
                    new JavaCommand(
                            EXECUTABLE.toRealPath(),
                            words(Files.readString(COMMAND_LINE)),
                            List.of(arguments),
                            System.getenv());
            var command = typed.with(wanted());
            if (command.isPresent()) {
                removeIfCutOff(typed.archive());
                become(command.get());
            }
        }
        Taros.main(arguments);
    }

    /** Each word ends with a zero, also the last. */
    private static List<String> words(String commandLine) {
        var words = List.of(commandLine.split("\0", -1));
        return words.subList(0, words.size() - 1);
    }

    private static List<String> wanted() throws IOException {
        try (var manifest = Launcher.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            var wanted =
                    new Manifest(requireNonNull(manifest)).getMainAttributes().getValue(ARGUMENTS);
            return List.of(requireNonNull(wanted).split(" "));
        }
    }

    /**
     * Java writes the beginning of an archive last. One that was cut off begins with zeros, and
     * Java would neither use it nor write another.
     */
    private static void removeIfCutOff(Path archive) {
        try {
            var isCutOff = false;
            if (Files.exists(archive)) {
                try (var file = Files.newInputStream(archive)) {
                    isCutOff = Arrays.equals(file.readNBytes(START), new byte[START]);
                }
            }
            if (isCutOff) {
                Files.delete(archive);
            }
        } catch (IOException e) {
            System.err.println("The class archive %s cannot be read.".formatted(archive));
        }
    }

    /** Returns only when it was refused. */
    @SuppressWarnings("restricted") // It leaves Java for good, as is meant.
    private static void become(List<String> command) throws Throwable {
        var linker = Linker.nativeLinker();
        var execv =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("execv"),
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        try (var arena = Arena.ofConfined()) {
            var words = arena.allocate(ADDRESS, command.size() + 1L);
            for (var i = 0; i < command.size(); i++) {
                words.setAtIndex(ADDRESS, i, arena.allocateFrom(command.get(i)));
            }
            words.setAtIndex(ADDRESS, command.size(), MemorySegment.NULL);
            var refused = (int) execv.invokeExact(words.getAtIndex(ADDRESS, 0), words);
            System.err.println(
                    "%s could not be started again with its arguments (%d); running without them."
                            .formatted(command.getFirst(), refused));
        }
    }
}
