package io.taros.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;

/** What the only organization's index says about itself. */
public final class IndexOnDisk {
    private IndexOnDisk() {}

    /** Whose vectors it holds; stands after the number of the fields. */
    public static String model(Path data) throws IOException {
        try (var indexes = Files.list(data.resolve("index"));
                var directory = FSDirectory.open(indexes.findFirst().orElseThrow())) {
            var stamp = SegmentInfos.readLatestCommit(directory).getUserData().get("stamp");
            return stamp.substring(stamp.indexOf(' ') + 1);
        }
    }
}
