package io.taros.platform.sql;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Builds the one kind of JdbcClient we use: binds what {@link Binding} says, and reads instants,
 * ids and arrays back.
 */
final class Sql {
    private Sql() {}

    static JdbcClient client(DataSource dataSource) {
        var conversions = new DefaultConversionService();
        conversions.addConverter(Timestamp.class, Instant.class, Timestamp::toInstant);
        conversions.addConverter(new IdReader());
        conversions.addConverter(new ArrayReader(conversions));
        return JdbcClient.create(new BindingTemplate(dataSource), conversions);
    }

    private static final class IdReader implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(UUID.class, Id.class));
        }

        @Override
        public @Nullable Object convert(
                @Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
            if (source == null) {
                return null;
            }
            return BeanUtils.instantiateClass(
                    BeanUtils.getResolvableConstructor(targetType.getType()), source);
        }
    }

    private record ArrayReader(DefaultConversionService conversions) implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(Array.class, List.class));
        }

        @Override
        public @Nullable Object convert(
                @Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
            if (source == null) {
                return null;
            }
            try {
                var elements = (Object[]) ((Array) source).getArray();
                var elementType = targetType.getElementTypeDescriptor();
                var list = new ArrayList<@Nullable Object>(elements.length);
                for (var element : elements) {
                    list.add(
                            elementType == null
                                    ? element
                                    : conversions.convert(
                                            element,
                                            TypeDescriptor.forObject(element),
                                            elementType));
                }
                return List.copyOf(list);
            } catch (SQLException e) {
                throw new IllegalStateException("An array column could not be read", e);
            }
        }
    }
}
