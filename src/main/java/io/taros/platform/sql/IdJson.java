package io.taros.platform.sql;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** An id is its text in JSON, in REST answers as in job payloads, not an object around it. */
@Component
class IdJson extends SimpleModule {
    IdJson() {
        super("taros-ids");
        addSerializer(
                new StdSerializer<Id>(Id.class) {
                    @Override
                    public void serialize(Id id, JsonGenerator json, SerializationContext context) {
                        json.writeString(id.value().toString());
                    }
                });
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(
                new Deserializers.Base() {
                    @Override
                    public @Nullable ValueDeserializer<?> findBeanDeserializer(
                            JavaType type,
                            DeserializationConfig config,
                            BeanDescription.Supplier description) {
                        return Id.class.isAssignableFrom(type.getRawClass())
                                ? new IdReader(type)
                                : null;
                    }

                    @Override
                    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
                        return Id.class.isAssignableFrom(type);
                    }
                });
    }

    private static final class IdReader extends StdDeserializer<Object> {
        IdReader(JavaType type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            var constructor = BeanUtils.getResolvableConstructor(handledType());
            return BeanUtils.instantiateClass(constructor, UUID.fromString(json.getString()));
        }
    }
}
