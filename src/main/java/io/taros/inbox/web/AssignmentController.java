package io.taros.inbox.web;

import io.taros.inbox.Assignment;
import io.taros.inbox.Assignments;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/inbox/assignment")
class AssignmentController {
    private final Assignments assignments;

    AssignmentController(Assignments assignments) {
        this.assignments = assignments;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    AssignmentPage show(@RequestParam(defaultValue = "false") boolean saved) {
        return new AssignmentPage(assignments.way(), saved);
    }

    @PostMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    Redirect choose(@RequestParam(required = false) @Nullable Assignment way) {
        if (way == null) {
            throw new BadInput("way", "inbox.input.way");
        }
        assignments.choose(way);
        return new Redirect("/inbox/assignment?saved=true");
    }
}
