package io.taros.organization.web;

import io.taros.account.web.ProviderButton;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where an invitation is accepted.
 *
 * @param token absent where there is no such invitation any more, as everything else then
 * @param texts absent where there is nothing to agree to
 * @param providers by whom else one can get an account
 */
public record InvitationPage(
        @Nullable String token,
        String organization,
        String email,
        @Nullable RoleOption role,
        Reader reader,
        @Nullable Texts texts,
        List<ProviderButton> providers,
        String name,
        FormErrors errors)
        implements View {
    /** Who opened it. */
    public enum Reader {
        /** Signed in with the invited address. */
        INVITED,
        /** Signed in with another address. */
        OTHER,
        /** Not signed in; the address has an account. */
        KNOWN,
        /** Not signed in; the address has none. */
        NEW
    }

    /** The addresses of what is agreed to. */
    public record Texts(String terms, String privacy) {}

    public InvitationPage {
        providers = List.copyOf(providers);
    }

    public static InvitationPage gone() {
        return new InvitationPage(
                null, "", "", null, Reader.NEW, null, List.of(), "", FormErrors.NONE);
    }

    @Override
    public String template() {
        return "organization/invitation";
    }

    @Override
    public HttpStatus status() {
        if (token == null) {
            return HttpStatus.NOT_FOUND;
        }
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
