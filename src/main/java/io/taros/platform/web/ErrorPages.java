package io.taros.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

@Component
class ErrorPages {
    private final ViewRenderer renderer;

    ErrorPages(ViewRenderer renderer) {
        this.renderer = renderer;
    }

    ResponseEntity<String> page(Problem problem, String sentence, HttpServletRequest request) {
        var html = renderer.render(new ErrorPage(problem, sentence), request);
        return ResponseEntity.status(problem.status())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(new String(html.toByteArray(), StandardCharsets.UTF_8));
    }
}
