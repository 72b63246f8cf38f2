package io.taros.account;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONSENT;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Category.SETTINGS;
import static io.taros.platform.datamap.Category.TECHNICAL;
import static io.taros.platform.datamap.Purpose.ACCOUNTABILITY;
import static io.taros.platform.datamap.Purpose.ACCOUNTS;
import static io.taros.platform.datamap.Purpose.SECURITY;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is kept of people with an account. */
@Component
class AccountData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return Stream.of(people(), waysIn(), sessions(), cookies()).flatMap(List::stream).toList();
    }

    private static List<Dataset> people() {
        return List.of(
                Dataset.table("account")
                        .about(ACCOUNTS, MEMBER)
                        .keptByRule("closed-accounts")
                        .holds(CONTACT, "email name")
                        .holds(SETTINGS, "locale time_zone theme")
                        .holds(ACTIVITY, "created_at address_proven_at closed_at erase_at")
                        .besides("id"),
                Dataset.table("account_link")
                        .about(SECURITY, MEMBER)
                        .keptByRule("mail-links")
                        .hashes(CREDENTIAL, "hash")
                        .besides("purpose subject_id expires_at"),
                Dataset.table("address_change")
                        .about(SECURITY, MEMBER)
                        .keptByRule("address-changes")
                        .holds(CONTACT, "old_email new_email")
                        .holds(ACTIVITY, "asked_at confirmed_at undone_at")
                        .besides("id account_id"),
                Dataset.table("registration")
                        .about(ACCOUNTS, MEMBER)
                        .keptByRule("registrations")
                        .holds(CONTACT, "email name")
                        .holds(SETTINGS, "locale")
                        .hashes(CREDENTIAL, "password_hash")
                        .holds(CONSENT, "texts_version marketing")
                        .besides("id created_at expires_at"),
                Dataset.table("consent")
                        .about(ACCOUNTABILITY, MEMBER)
                        .keptWith("account")
                        .holds(CONSENT, "kind is_given version language source at")
                        .besides("id account_id"),
                Dataset.of(Place.JOB, "SendLetter")
                        .about(ACCOUNTS, MEMBER)
                        .holds(CONTACT, "letter")
                        .besides("subject"));
    }

    private static List<Dataset> waysIn() {
        return List.of(
                Dataset.table("first_visit")
                        .hashes(CREDENTIAL, "code_hash")
                        .besides("id created_at"),
                Dataset.table("account_password")
                        .about(SECURITY, MEMBER)
                        .keptWith("account")
                        .hashes(CREDENTIAL, "hash")
                        .holds(ACTIVITY, "changed_at")
                        .besides("account_id"),
                Dataset.table("account_totp")
                        .about(SECURITY, MEMBER)
                        .keptWith("account")
                        .seals(CREDENTIAL, "secret")
                        .holds(ACTIVITY, "created_at confirmed_at")
                        .besides("account_id last_step"),
                Dataset.table("recovery_code")
                        .about(SECURITY, MEMBER)
                        .keptWith("account")
                        .hashes(CREDENTIAL, "hash")
                        .holds(ACTIVITY, "created_at")
                        .besides("account_id"),
                Dataset.table("account_passkey")
                        .about(SECURITY, MEMBER)
                        .keptWith("account")
                        .holds(CREDENTIAL, "credential_id public_key")
                        .holds(SETTINGS, "name")
                        .holds(ACTIVITY, "created_at last_used_at")
                        .besides("id account_id counter syncable synced"),
                Dataset.table("account_identity")
                        .about(SECURITY, MEMBER)
                        .keptWith("account")
                        .holds(CREDENTIAL, "provider issuer subject")
                        .holds(CONTACT, "label")
                        .holds(ACTIVITY, "linked_at last_used_at")
                        .besides("id account_id"));
    }

    private static List<Dataset> sessions() {
        return List.of(
                Dataset.table("account_device")
                        .about(SECURITY, MEMBER)
                        .keptByRule("devices")
                        .hashes(TECHNICAL, "hash")
                        .holds(TECHNICAL, "family")
                        .holds(ACTIVITY, "first_seen last_seen")
                        .besides("id account_id"),
                Dataset.of(Place.JOB, "NoteRefusedSignIn")
                        .about(SECURITY, MEMBER)
                        .hashes(TECHNICAL, "asked")
                        .besides("account"),
                Dataset.table("spring_session")
                        .about(SECURITY, MEMBER)
                        .keptFor(Duration.ofDays(30))
                        .holds(CREDENTIAL, "session_id")
                        .holds(
                                ACTIVITY,
                                "creation_time last_access_time expiry_time principal_name")
                        .besides("primary_id max_inactive_interval"),
                Dataset.table("spring_session_attributes")
                        .about(SECURITY, MEMBER)
                        .keptWith("spring_session")
                        .holds(CREDENTIAL, "attribute_bytes")
                        .besides("session_primary_id attribute_name"));
    }

    private static List<Dataset> cookies() {
        return List.of(
                Dataset.of(Place.BROWSER, "taros-session")
                        .about(SECURITY, MEMBER)
                        .keptFor(Duration.ofHours(12))
                        .holds(CREDENTIAL, "cookie"),
                Dataset.of(Place.BROWSER, "taros-device")
                        .about(SECURITY, MEMBER)
                        .keptFor(Duration.ofDays(365))
                        .holds(CREDENTIAL, "cookie"),
                Dataset.of(Place.BROWSER, "taros-theme")
                        .about(ACCOUNTS, MEMBER)
                        .keptFor(Duration.ofDays(365))
                        .holds(SETTINGS, "cookie"),
                Dataset.of(Place.BROWSER, "taros-language")
                        .about(ACCOUNTS, MEMBER)
                        .keptFor(Duration.ofDays(365))
                        .holds(SETTINGS, "cookie"));
    }
}
