package io.taros.partner;

import io.taros.platform.security.Open;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.NotFound;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pictures of brands. Their address names what they are, so they are asked for once. */
@RestController
class LogoController {
    private static final String PATH = "/image/brand/";
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PartnerBrands brands;

    LogoController(PartnerBrands brands) {
        this.brands = brands;
    }

    static String address(OrganizationId partner, String hash) {
        return PATH + partner + "/" + hash;
    }

    @GetMapping(PATH + "{partner}/{hash}")
    @Open("a logo stands on the sign-in page")
    ResponseEntity<byte[]> logo(@PathVariable UUID partner, @PathVariable String hash) {
        var png =
                Tenancy.callAs(new OrganizationId(partner), () -> brands.logo(hash))
                        .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(FOR_GOOD)
                .body(png);
    }
}
