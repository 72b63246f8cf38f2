package io.taros.platform.sql;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * An external database. Without a URL the embedded PostgreSQL runs.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param username owner of the schema; must be allowed to create roles (or {@code taros_app} and
 *     {@code taros_staff} exist)
 * @param password of that owner
 * @param embeddedDurable whether the embedded PostgreSQL waits for the disk; off only in tests
 * @param poolSize connections of the application pool; the staff pool has a quarter of it, at least
 *     3
 */
@Validated
@ConfigurationProperties("taros.database")
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("true") boolean embeddedDurable,
        @DefaultValue("16") @Min(2) int poolSize) {}
