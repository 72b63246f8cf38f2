package io.taros.search;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;

/**
 * A sentence encoder of the BERT kind on ONNX Runtime: mean of the token vectors, length 1. Read
 * directly rather than through LangChain4j, whose tokenizer file cuts every text after 128 tokens,
 * half a passage; at 256 the vectors alone find more (docs/adr/014). Safe for many threads; each
 * runs on one core, so that as many texts are encoded at a time as there are threads asking.
 */
final class Encoder {
    private static final int MAX_TOKENS = 256;

    static {
        // In some clouds the tokenizer's library would tell its makers which machine it runs on.
        System.setProperty("ai.djl.offline", "true");
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private Encoder(byte[] model, InputStream tokenizer) throws IOException, OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(model, options);
        }
        var limit = Integer.toString(MAX_TOKENS);
        this.tokenizer =
                HuggingFaceTokenizer.newInstance(
                        tokenizer,
                        Map.of(
                                "padding",
                                "false",
                                "truncation",
                                "true",
                                "maxLength",
                                limit,
                                "modelMaxLength",
                                limit));
    }

    /** Reads {@code name.onnx} and {@code name-tokenizer.json} from the class path. */
    static Encoder fromResources(String name) {
        try (var model = resource(name + ".onnx");
                var tokenizer = resource(name + "-tokenizer.json")) {
            return new Encoder(model.readAllBytes(), tokenizer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The model " + name + " cannot be used", e);
        }
    }

    private static InputStream resource(String file) {
        var stream = Encoder.class.getClassLoader().getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException(file + " is not on the class path");
        }
        return stream;
    }

    float[] encode(String text) {
        var tokens = tokenizer.encode(text);
        try (var ids = tensor(tokens.getIds());
                var mask = tensor(tokens.getAttentionMask());
                var types = tensor(tokens.getTypeIds());
                var output =
                        session.run(
                                Map.of(
                                        "input_ids",
                                        ids,
                                        "attention_mask",
                                        mask,
                                        "token_type_ids",
                                        types))) {
            return mean(((OnnxTensor) output.get(0)).getFloatBuffer(), tokens);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "A text of %d characters was not encoded".formatted(text.length()), e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] mean(FloatBuffer tokenVectors, Encoding tokens) {
        var count = tokens.getIds().length;
        var sum = new float[tokenVectors.remaining() / count];
        for (var token = 0; token < count; token++) {
            for (var i = 0; i < sum.length; i++) {
                sum[i] += tokenVectors.get(token * sum.length + i);
            }
        }
        return VectorUtil.l2normalize(sum);
    }
}
