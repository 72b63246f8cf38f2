package io.taros.golden.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.golden.GoldenFile;
import io.taros.golden.GoldenQuestions;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Golden questions as a table, in and out. */
@RestController
@RequestMapping("/api/v1/bots/{id}/golden-questions")
@Tag(name = "Golden questions")
class GoldenFileApi {
    private static final String CSV = "text/csv";

    private final GoldenQuestions questions;
    private final Bots bots;

    GoldenFileApi(GoldenQuestions questions, Bots bots) {
        this.questions = questions;
        this.bots = bots;
    }

    @Schema(name = "ImportedGoldenQuestions")
    record Imported(@Schema(description = "How many questions were added") int imported) {}

    /** What {@link GoldenFileApi#add} takes in parts, for the description. */
    @Schema(name = "GoldenQuestionsFile")
    record File(@Schema(format = "binary") @Nullable String file) {}

    @PostMapping("/import")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.GOLDEN_WRITE)
    @Operation(
            operationId = "importGoldenQuestions",
            summary = "Import golden questions",
            description =
                    "A table in UTF-8 of at most 1 MB, as the body or as the part \"file\" of an upload. Its first line names"
                            + " the columns; only question is needed. If one line is wrong, nothing is imported and the"
                            + " line is named.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = "multipart/form-data",
                                        schema = @Schema(implementation = File.class))
                            }))
    Imported add(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var bot = bots.get(new Bot.Id(id));
        var lines = GoldenFile.read(table(request));
        questions.addAll(bot.id(), lines);
        return new Imported(lines.size());
    }

    @GetMapping(path = "/export", produces = CSV)
    @Requires(Permission.GOLDEN_READ)
    @Operation(
            operationId = "exportGoldenQuestions",
            summary = "Export golden questions",
            description = "All of them, oldest first, as a table that can be imported again.")
    byte[] all(@PathVariable UUID id) {
        return GoldenFile.write(questions.list(new Bot.Id(id))).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] table(HttpServletRequest request) throws IOException {
        var upload = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (upload == null) {
            // One byte more than may be tells that there is too much.
            return request.getInputStream().readNBytes(GoldenFile.MAX_BYTES + 1);
        }
        return content(upload.getFile("file"));
    }

    static byte[] content(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw new BadInput("file", "golden.file.none");
        }
        if (file.getSize() > GoldenFile.MAX_BYTES) {
            throw GoldenFile.tooLarge();
        }
        return file.getBytes();
    }
}
