package io.taros.search;

import ai.onnxruntime.OrtException;
import io.taros.platform.StartRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A sentence encoder as a folder holds it: {@code model.onnx} and {@code tokenizer.json}, as
 * published on Hugging Face.
 *
 * @param name of the folder and what is in it: vectors of one model never meet those of another,
 *     even if the files of a folder are exchanged
 */
record ModelFolder(Path path, String name) {
    private static final String SETTING = "taros.models.embedding.onnx-dir";
    private static final String MODEL = "model.onnx";
    private static final String TOKENIZER = "tokenizer.json";

    /** The numbers of a model too large for one file. */
    private static final String NUMBERS = "model.onnx_data";

    /** More than Lucene keeps in an index. */
    private static final int MAX_DIMENSIONS = 1024;

    private static final int HASH_BYTES = 6;

    /** Refuses the start where a file is missing. */
    static ModelFolder of(Path path) {
        for (var file : List.of(MODEL, TOKENIZER)) {
            if (!Files.isReadable(path.resolve(file))) {
                throw new StartRefused(
                        "%s is %s, but there is no %s in it that can be read."
                                .formatted(SETTING, path, file));
            }
        }
        var folder = path.toAbsolutePath().normalize().getFileName();
        return new ModelFolder(path, (folder == null ? "model" : folder) + "@" + hash(path));
    }

    /** Refuses the start where it is no model that can be used. */
    Encoder read() {
        var encoder = encoder();
        var dimensions = dimensions(encoder);
        if (dimensions > MAX_DIMENSIONS) {
            throw new StartRefused(
                    "The model in %s (%s) makes vectors of %d numbers; the index takes %d at most."
                            .formatted(path, SETTING, dimensions, MAX_DIMENSIONS));
        }
        return encoder;
    }

    private Encoder encoder() {
        try {
            return Encoder.read(path.resolve(MODEL), path.resolve(TOKENIZER));
        } catch (IOException | OrtException | RuntimeException e) {
            throw notUsable(e);
        }
    }

    private int dimensions(Encoder encoder) {
        try {
            return encoder.encode("How long does delivery take?").length;
        } catch (IllegalStateException e) {
            throw notUsable(e);
        }
    }

    private StartRefused notUsable(Exception reason) {
        return new StartRefused(
                "The model in %s (%s) cannot be used: %s."
                        .formatted(path, SETTING, reason.getMessage()),
                reason);
    }

    private static String hash(Path path) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                for (var name : List.of(MODEL, NUMBERS, TOKENIZER)) {
                    var file = path.resolve(name);
                    if (Files.exists(file)) {
                        Files.copy(file, sink);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
