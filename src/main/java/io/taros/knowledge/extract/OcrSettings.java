package io.taros.knowledge.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scans are recognized, where a program for it is installed.
 *
 * @param command Tesseract, by its path or as it is found on {@code PATH}; empty for none
 * @param languages it is to know, as in {@code eng+dan}; each is installed by itself
 * @param maxPages of one scan
 */
@ConfigurationProperties("taros.ocr")
public record OcrSettings(
        @DefaultValue("tesseract") String command,
        @DefaultValue("eng") String languages,
        @DefaultValue("200") int maxPages) {

    /** Empty where it is not installed. */
    Optional<Path> program() {
        if (command.isBlank()) {
            return Optional.empty();
        }
        var named = Path.of(command);
        if (named.isAbsolute()) {
            return Optional.of(named).filter(Files::isExecutable);
        }
        var path = System.getenv("PATH");
        return Arrays.stream((path == null ? "" : path).split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(named))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
