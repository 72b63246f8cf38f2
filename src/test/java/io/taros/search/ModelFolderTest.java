package io.taros.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    private final Path folder;

    ModelFolderTest(@TempDir Path directory) {
        this.folder = directory.resolve("our-model");
    }

    @BeforeEach
    void copyTheBuiltInModel() throws IOException {
        Files.createDirectories(folder);
        copy("all-minilm-l6-v2-q.onnx", "model.onnx");
        copy("all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");
    }

    @Test
    void makesTheVectorsThatTheSameModelMakesAnywhere() {
        var texts = List.of("How do I send something back?", "", "long text ".repeat(2_000));

        var vectors = OnnxEmbedder.of(ModelFolder.of(folder), false).embed(texts);

        var builtIn = OnnxEmbedder.miniLm().embed(texts);
        for (var i = 0; i < texts.size(); i++) {
            assertThat(vectors.get(i)).isEqualTo(builtIn.get(i));
        }
    }

    @Test
    void takesModelsOfOtherShapes() throws IOException {
        write("model.onnx", new TinyModel(5).onnx());

        var vectors =
                OnnxEmbedder.of(ModelFolder.of(folder), false)
                        .embed(List.of("one house", "two dogs"));

        assertThat(vectors)
                .allSatisfy(vector -> {
                    assertThat(vector).hasSize(5);
                    assertThat(VectorUtil.dotProduct(vector, vector)).isBetween(0.999f, 1.001f);
                });
        assertThat(vectors.getFirst()).isNotEqualTo(vectors.getLast());
    }

    @Test
    void isNamedByItsFolderAndItsContent() throws IOException {
        var before = OnnxEmbedder.of(ModelFolder.of(folder), false);
        write("model.onnx", new TinyModel(384).onnx());
        var after = OnnxEmbedder.of(ModelFolder.of(folder), false);

        assertThat(before.model()).matches("our-model@[0-9a-f]{12}/256");
        assertThat(after.model())
                .matches("our-model@[0-9a-f]{12}/256")
                .isNotEqualTo(before.model());
        assertThat(before.model()).isNotEqualTo(OnnxEmbedder.miniLm().model());
        assertThat(OnnxEmbedder.of(ModelFolder.of(folder), false).model()).isEqualTo(after.model());
    }

    @Test
    void isTrustedAlikeInEveryLanguage() {
        var embedder = OnnxEmbedder.of(ModelFolder.of(folder), false);

        assertThat(List.of("en", "da", "und")).allMatch(each -> embedder.weightFor(each) == 1);
    }

    @Test
    void stopsTheStartWhereAFileIsMissing() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));

        assertThatThrownBy(() -> ModelFolder.of(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "taros.models.embedding.onnx-dir is %s, but there is no tokenizer.json in it that can be read.",
                        folder);
    }

    @Test
    void stopsTheStartWhereAFileIsNoModel() throws IOException {
        write("model.onnx", new byte[] {1, 2, 3});
        assertRefused("cannot be used");

        write("model.onnx", new TinyModel(1_536).onnx());
        assertRefused("vectors of 1536 numbers");

        write("model.onnx", new TinyModel(5).onnx());
        write("tokenizer.json", "{}".getBytes());
        assertRefused("cannot be used");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> OnnxEmbedder.of(ModelFolder.of(folder), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("taros.models.embedding.onnx-dir")
                .hasMessageContaining(reason);
    }

    private void write(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve(file), bytes);
    }

    private void copy(String resource, String file) throws IOException {
        try (var stream = ModelFolderTest.class.getClassLoader().getResourceAsStream(resource)) {
            Files.write(folder.resolve(file), stream.readAllBytes());
        }
    }
}
