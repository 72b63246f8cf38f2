package io.taros.search;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.lucene.util.VectorUtil;

/**
 * A sentence encoder of the BERT kind on ONNX Runtime: mean of the token vectors, length 1. Read
 * directly rather than through LangChain4j, whose tokenizer file cuts every text after 128 tokens,
 * half a passage; at 256 the vectors alone find more (docs/adr/014). Safe for many threads; each
 * runs on one core, so that as many texts are encoded at a time as there are threads asking.
 */
final class Encoder {
    static final int MAX_TOKENS = 256;

    static {
        // In some clouds the tokenizer's library would tell its makers which machine it runs on.
        System.setProperty("ai.djl.offline", "true");
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String output;
    private final HuggingFaceTokenizer tokenizer;

    private interface Open {
        OrtSession with(OrtEnvironment environment, OrtSession.SessionOptions options)
                throws OrtException;
    }

    private Encoder(Open open, InputStream tokenizer) throws IOException, OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = open.with(environment, options);
        }
        this.output = tokenVectors(session);
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
    static Callable<Encoder> ofResources(String name) {
        return () -> {
            try (var model = resource(name + ".onnx");
                    var tokenizer = resource(name + "-tokenizer.json")) {
                var bytes = model.readAllBytes();
                return new Encoder(
                        (environment, options) -> environment.createSession(bytes, options),
                        tokenizer);
            }
        };
    }

    /** By its path, as a large model keeps its numbers in a second file beside it. */
    static Encoder read(Path model, Path tokenizer) throws IOException, OrtException {
        try (var stream = Files.newInputStream(tokenizer)) {
            return new Encoder(
                    (environment, options) -> environment.createSession(model.toString(), options),
                    stream);
        }
    }

    /** What has a vector for each token; some models give one for the whole text beside it. */
    private static String tokenVectors(OrtSession session) throws OrtException {
        for (var output : session.getOutputInfo().entrySet()) {
            if (output.getValue().getInfo() instanceof TensorInfo tensor
                    && tensor.getShape().length == 3) {
                return output.getKey();
            }
        }
        throw new IllegalArgumentException("it has no output with a vector for each token");
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
                var outputs = session.run(inputs(ids, mask, types), Set.of(output))) {
            return mean(((OnnxTensor) outputs.get(0)).getFloatBuffer(), tokens);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "A text of %d characters was not encoded".formatted(text.length()), e);
        }
    }

    /** Not every model has types of tokens. */
    private Map<String, OnnxTensor> inputs(OnnxTensor ids, OnnxTensor mask, OnnxTensor types) {
        var inputs =
                new HashMap<>(
                        Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types));
        inputs.keySet().retainAll(session.getInputNames());
        return inputs;
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
