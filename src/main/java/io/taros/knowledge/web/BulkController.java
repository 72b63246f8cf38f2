package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.knowledge.PushedDocuments;
import io.taros.knowledge.Source;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many documents in one call, a line each. A line is read when the one before it is done and
 * answered, so whoever sends faster than they are taken waits on the line itself.
 */
@RestController
@RequestMapping("/api/v1/sources/{id}/documents/bulk")
@Tag(name = "Sources")
class BulkController {
    private static final String LINES = "application/x-ndjson";
    private static final int MOST = 1_000;

    private final PushedDocuments pushed;
    private final BulkLines lines;
    private final JsonMapper json;

    BulkController(PushedDocuments pushed, BulkLines lines, JsonMapper json) {
        this.pushed = pushed;
        this.lines = lines;
        this.json = json;
    }

    @PostMapping
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "putDocuments",
            summary = "Hand in and take back many documents",
            description =
                    "Lines of JSON: a document with its externalId, or {\"externalId\": …, \"delete\": true}. Up to 1,000"
                            + " lines of up to 1 MB, 16 MB in all. Each is answered by one line with the status it would"
                            + " have had alone; a line that fails keeps no other from being taken.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(mediaType = LINES, schema = @Schema(type = "string"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "One line for each",
                            content =
                                    @Content(
                                            mediaType = LINES,
                                            schema = @Schema(implementation = BulkLine.class))))
    void put(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, InterruptedException, HttpMediaTypeNotSupportedException {
        var source = pushed.source(new Source.Id(id)).id();
        requireLines(request.getContentType());
        response.setContentType(LINES);
        try (var in = new BufferedInputStream(request.getInputStream())) {
            take(source, in, response.getOutputStream(), locale);
        } finally {
            pushed.learn(source);
        }
    }

    /** Not by the route, which is to refuse strangers before it says what it takes. */
    private static void requireLines(@Nullable String type)
            throws HttpMediaTypeNotSupportedException {
        var lines = MediaType.parseMediaType(LINES);
        var given = type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.valueOf(type);
        if (!lines.isCompatibleWith(given)) {
            throw new HttpMediaTypeNotSupportedException(given, List.of(lines));
        }
    }

    private void take(Source.Id source, InputStream in, OutputStream out, Locale locale)
            throws IOException, InterruptedException {
        var number = 0;
        try {
            for (var line = BulkLines.next(in); line != null; line = BulkLines.next(in)) {
                number++;
                if (number > MOST) {
                    throw new TooLarge("knowledge.document.lines", MOST);
                }
                write(lines.take(source, number, line, locale), out);
            }
        } catch (TooLarge enough) {
            write(lines.refused(number, enough, locale), out);
        }
    }

    private void write(BulkLine answer, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(answer));
        out.write('\n');
        out.flush();
    }
}
