package io.taros.knowledge.extract;

import java.io.IOException;
import java.util.Optional;

/** Reads the files of an archive one after the other; those of no kind we know are passed over. */
final class ArchiveReader {
    /** An archive within an archive within an archive is a trick. */
    static final int MAX_DEPTH = 3;

    private static final int MAX_FILES = 500;

    private ArchiveReader() {}

    static Extracted read(byte[] content, String name, int depth) {
        if (depth >= MAX_DEPTH) {
            return new Extracted.Unreadable(ReadProblem.INFLATES);
        }
        var files = new Files(depth);
        try (var parts = ZipParts.of(content)) {
            for (var part : parts.names()) {
                if (!isOfTheSystem(part) && files.mayBeMore()) {
                    var bytes = parts.find(part);
                    if (bytes.isPresent()) {
                        files.add(bytes.get(), part);
                    }
                }
            }
        } catch (ZipParts.Inflates bomb) {
            return new Extracted.Unreadable(ReadProblem.INFLATES);
        } catch (ZipParts.Locked locked) {
            return new Extracted.Unreadable(ReadProblem.LOCKED);
        } catch (IOException | RuntimeException damaged) {
            return new Extracted.Unreadable(ReadProblem.DAMAGED);
        }
        return files.read(name);
    }

    private static boolean isOfTheSystem(String part) {
        return part.startsWith("__MACOSX/")
                || part.matches("(.*/)?(\\.[^/]*|Thumbs\\.db|desktop\\.ini)");
    }

    /** Files that came in one piece, and what was read of them. */
    static final class Files {
        private final StructuredText out = new StructuredText();
        private final int depth;
        private int seen;
        private Optional<Extracted> only = Optional.empty();
        private boolean isTooMuch;

        Files(int depth) {
            this.depth = depth;
        }

        boolean mayBeMore() {
            isTooMuch |= seen >= MAX_FILES || out.length() > TextExtractor.MAX_TEXT;
            return !isTooMuch;
        }

        void add(byte[] content, String path) {
            seen++;
            var extracted = TextExtractor.extract(content, path, depth + 1);
            only = seen == 1 ? Optional.of(extracted) : Optional.empty();
            switch (extracted) {
                case Extracted.Text(_, var text, _) -> out.part(path, text);
                case Extracted.Unreadable(var problem) ->
                        isTooMuch |= problem == ReadProblem.INFLATES;
            }
        }

        /** What can be done about a file of its own cannot be about one that is packed. */
        private static Extracted packed(Extracted only) {
            return switch (only) {
                case Extracted.Unreadable(var problem) ->
                        switch (problem) {
                            case PDF_PASSWORD -> new Extracted.Unreadable(ReadProblem.LOCKED);
                            case PDF_SCANNED -> new Extracted.Unreadable(ReadProblem.EMPTY);
                            default -> only;
                        };
                case Extracted.Text _ -> only;
            };
        }

        Extracted read(String name) {
            if (isTooMuch) {
                return new Extracted.Unreadable(ReadProblem.INFLATES);
            }
            if (out.length() > 0) {
                return new Extracted.Text(name, out.text(), null);
            }
            return only.map(Files::packed).orElse(new Extracted.Unreadable(ReadProblem.ARCHIVE));
        }

        String text() {
            return out.text();
        }
    }
}
