package io.taros.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P-31: what is deleted is not found; what is erased is not in the files either. */
class PurgeTest {
    @TempDir private Path folder;

    @Test
    void leavesNothingOfWhatWasRemovedInTheFiles() throws IOException {
        var gone = SmallIndex.passage("da", "Hvor er Zanzibarfuglens pakke?");
        var stays = SmallIndex.passage("da", "Hvor er Kongepingvinens pakke?");
        // So few of a segment that it is not written anew by itself.
        var documents =
                Stream.concat(Stream.of(gone), Stream.generate(() -> stays).limit(60))
                        .map(IndexFields::words)
                        .toList();
        var index = OpenIndex.open(folder, SmallIndex.ANALYZER, "1 model");
        try {
            index.change(writer -> writer.addDocuments(documents));
            index.change(
                    writer -> writer.deleteDocuments(IndexFields.documentTerm(gone.document())));
            assertThat(removed()).as("they share a segment").isEqualTo(1);

            index.purge();

            assertThat(removed()).isZero();
            var left = index.search(searcher -> IndexFields.documents(searcher.getIndexReader()));
            assertThat(left).containsExactly(stays.document());
        } finally {
            index.close();
        }
    }

    /** Documents that are deleted and still lie in the files. */
    private int removed() throws IOException {
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            return reader.numDeletedDocs();
        }
    }
}
