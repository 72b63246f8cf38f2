package io.taros.organization;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Category.SETTINGS;
import static io.taros.platform.datamap.Purpose.ACCOUNTS;
import static io.taros.platform.datamap.Purpose.SECURITY;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is kept of organizations, and who belongs to them. */
@Component
class OrganizationData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return Stream.concat(tables().stream(), Stream.of(log())).toList();
    }

    /** The link to the first account, on the one line that is meant to open something. */
    private static Dataset log() {
        return Dataset.of(Place.LOG, "FirstVisit").holds(CREDENTIAL, "settings.link");
    }

    private static List<Dataset> tables() {
        return List.of(
                Dataset.table("organization")
                        .about(ACCOUNTS, MEMBER)
                        .keptByRule("closed-organizations")
                        .holds(SETTINGS, "name language time_zone")
                        .besides(
                                "organization_id created_at seats requires_second_factor suspended_at max_bots max_pages "
                                        + "has_api names_maker closed_at erase_at"),
                Dataset.table("member")
                        .about(ACCOUNTS, MEMBER)
                        .keptWith("organization")
                        .holds(SETTINGS, "role custom_role_id bots")
                        .holds(ACTIVITY, "joined_at")
                        .besides("organization_id account_id"),
                Dataset.table("former_member")
                        .about(SECURITY, MEMBER)
                        .keptByRule("former-members")
                        .seals(CONTACT, "sealed_address_hash")
                        .holds(ACTIVITY, "removed_at")
                        .besides("organization_id id account_id"),
                Dataset.table("custom_role")
                        .keptWith("organization")
                        .besides("organization_id id name permissions created_at"),
                Dataset.table("invitation")
                        .about(ACCOUNTS, MEMBER)
                        .keptByRule("invitations")
                        .holds(CONTACT, "email")
                        .holds(SETTINGS, "role custom_role_id bots")
                        .hashes(CREDENTIAL, "token_hash")
                        .holds(ACTIVITY, "invited_by created_at expires_at")
                        .besides("organization_id id is_mailed"),
                Dataset.table("api_key")
                        .about(SECURITY, MEMBER)
                        .keptByRule("api-keys")
                        .hashes(CREDENTIAL, "token_hash")
                        .holds(ACTIVITY, "created_by created_at last_used_on revoked_at")
                        .besides("organization_id id name token_end scopes expires_at"));
    }
}
