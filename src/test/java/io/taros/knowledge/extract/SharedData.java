package io.taros.knowledge.extract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The evaluation data that may lie beside a checkout; tests that need it are skipped without it.
 */
public final class SharedData {
    private static final Path ROOT = Path.of("..", "shared");

    private SharedData() {}

    public static Path folder(String name) {
        Path folder = ROOT.resolve(name);
        assumeTrue(
                Files.isDirectory(folder),
                "the shared data folder " + name + " is not beside this checkout");
        return folder;
    }

    public static List<JsonNode> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JsonMapper.shared()::readTree).toList();
    }
}
