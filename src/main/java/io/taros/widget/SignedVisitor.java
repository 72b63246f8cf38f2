package io.taros.widget;

import io.taros.conversation.VisitorIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a website's server says of its visitor.
 *
 * @param tags nothing where it says none and leaves that to the page
 */
record SignedVisitor(VisitorIdentity identity, @Nullable List<String> tags) {
    SignedVisitor {
        tags = tags == null ? null : List.copyOf(tags);
    }
}
