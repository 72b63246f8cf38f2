package io.taros.partner;

import io.taros.partner.PartnerBrand.Powered;
import io.taros.partner.web.BrandPage;
import io.taros.partner.web.BrandPreview;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A partner's room: under whose name its clients see the product. */
@Controller
@RequestMapping("/partner/brand")
class BrandController {
    private static final String SAVED = "/partner/brand?saved=true";

    /** What is not ticked is not sent. */
    record Form(
            @Nullable String name,
            @Nullable String accent,
            @Nullable String powered,
            @Nullable String contact,
            @Nullable Boolean without) {
        PartnerBrand brand(@Nullable String logo) {
            return new PartnerBrand(
                    text(name),
                    accent,
                    Boolean.TRUE.equals(without) ? null : logo,
                    Arrays.stream(Powered.values())
                            .filter(each -> each.name().equals(powered))
                            .findFirst()
                            .orElseThrow(
                                    () -> new BadInput("powered", "partner.brand.powered.wrong")));
        }
    }

    record SenderForm(
            @Nullable String senderName,
            @Nullable String senderEmail,
            @Nullable Boolean senderFrom) {
        PartnerSender sender() {
            return new PartnerSender(
                    text(senderName), senderEmail, Boolean.TRUE.equals(senderFrom), null);
        }
    }

    private final Partners partners;
    private final ChangeBrand change;
    private final BrandPages pages;

    BrandController(Partners partners, ChangeBrand change, BrandPages pages) {
        this.partners = partners;
        this.change = change;
        this.pages = pages;
    }

    @GetMapping
    @Requires(Permission.PARTNER_MANAGE)
    BrandPage page(@RequestParam(defaultValue = "false") boolean saved) {
        checkPartner();
        return pages.page(saved);
    }

    @PostMapping
    @Requires(Permission.PARTNER_MANAGE)
    View save(Form form, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        checkPartner();
        try {
            var picture = file == null || file.isEmpty() ? null : content(file);
            change.look(form::brand, picture, text(form.contact()));
            return new Redirect(SAVED);
        } catch (BadInput refused) {
            return pages.page(
                    new BrandPage.Draft(
                            text(form.name()),
                            text(form.accent()),
                            text(form.powered()),
                            text(form.contact()),
                            pages.hasLogo()),
                    FormErrors.of(refused));
        }
    }

    /** Changes nothing: how it would look, while it is typed. */
    @PostMapping("/preview")
    @Requires(Permission.PARTNER_MANAGE)
    BrandPreview preview(Form form) {
        checkPartner();
        return pages.preview(
                new BrandPage.Draft(
                        text(form.name()),
                        text(form.accent()),
                        text(form.powered()),
                        "",
                        !Boolean.TRUE.equals(form.without())));
    }

    @PostMapping("/removal")
    @Requires(Permission.PARTNER_MANAGE)
    View remove() {
        checkPartner();
        change.removeLook();
        return new Redirect(SAVED);
    }

    @PostMapping("/sender")
    @Requires(Permission.PARTNER_MANAGE)
    @StepUp
    View send(SenderForm form) {
        checkPartner();
        try {
            change.sender(form.sender());
            return new Redirect(SAVED);
        } catch (BadInput refused) {
            return pages.page(
                    new BrandPage.Sender(
                            text(form.senderName()),
                            text(form.senderEmail()),
                            Boolean.TRUE.equals(form.senderFrom()),
                            BrandPage.Sender.State.NONE),
                    FormErrors.of(refused));
        }
    }

    /** The mail with the link once more. */
    @PostMapping("/sender/proof")
    @Requires(Permission.PARTNER_MANAGE)
    @StepUp
    View askAgain() {
        checkPartner();
        change.askForProof();
        return new Redirect(SAVED);
    }

    @PostMapping("/sender/removal")
    @Requires(Permission.PARTNER_MANAGE)
    @StepUp
    View removeSender() {
        checkPartner();
        change.removeSender();
        return new Redirect(SAVED);
    }

    private static byte[] content(MultipartFile file) throws IOException {
        if (file.getSize() > Logo.MOST_BYTES) {
            throw new BadInput("logo", "partner.brand.logo.large", Logo.MOST_BYTES / 1024);
        }
        return file.getBytes();
    }

    private void checkPartner() {
        if (partners.find().isEmpty()) {
            throw new NotFound();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
