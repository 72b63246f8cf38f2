package io.taros.platform.sql;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Binds what plain JdbcClient cannot: instants, enums, ids, and collections as PostgreSQL arrays. A
 * list is therefore written {@code = any(:ids)} or {@code unnest(:ids)}, never {@code in (:ids)}.
 */
final class BindingTemplate extends NamedParameterJdbcTemplate {
    BindingTemplate(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected PreparedStatementCreator getPreparedStatementCreator(
            String sql,
            SqlParameterSource parameters,
            @Nullable Consumer<PreparedStatementCreatorFactory> customizer) {
        return super.getPreparedStatementCreator(sql, new BoundParameters(parameters), customizer);
    }

    private record BoundParameters(SqlParameterSource given) implements SqlParameterSource {
        @Override
        public boolean hasValue(String name) {
            return given.hasValue(name);
        }

        @Override
        public @Nullable Object getValue(String name) {
            return bind(given.getValue(name));
        }

        @Override
        public String @Nullable [] getParameterNames() {
            return given.getParameterNames();
        }
    }

    private static @Nullable Object bind(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> many -> array(many);
            case Object one -> scalar(one);
        };
    }

    private static Object scalar(Object value) {
        return switch (value) {
            case Id id -> id.value();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case Object plain -> plain;
        };
    }

    private static Object array(Collection<?> values) {
        if (values.isEmpty()) {
            // An empty array has no element to tell its type by: sent as an untyped literal, the
            // server infers it.
            return new SqlParameterValue(Types.OTHER, "{}");
        }
        var elements = values.stream().map(BindingTemplate::element).toArray();
        var type = typeOf(elements);
        // The driver takes bytes only in an array declared as such.
        return type.equals("bytea")
                ? new SqlArrayValue(
                        type, (Object[]) Arrays.copyOf(elements, elements.length, byte[][].class))
                : new SqlArrayValue(type, elements);
    }

    private static @Nullable Object element(@Nullable Object value) {
        return value == null ? null : scalar(value);
    }

    private static String typeOf(@Nullable Object[] elements) {
        for (var element : elements) {
            switch (element) {
                case null -> {}
                case UUID uuid -> {
                    return "uuid";
                }
                case Integer integer -> {
                    return "int4";
                }
                case Long number -> {
                    return "int8";
                }
                case Double number -> {
                    return "float8";
                }
                case Float number -> {
                    return "float4";
                }
                case Boolean truth -> {
                    return "bool";
                }
                case byte[] bytes -> {
                    return "bytea";
                }
                case java.time.OffsetDateTime time -> {
                    return "timestamptz";
                }
                case Object text -> {
                    return "text";
                }
            }
        }
        return "text";
    }
}
