package io.taros.platform.web;

import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How JSON is read: text is {@link StorableText}, and a list with a hole in it is refused here, for
 * no code behind expects one.
 */
@Configuration
class IncomingJson {
    @Bean
    JsonMapperBuilderCustomizer holesAreRefused() {
        return json -> json.changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL));
    }

    @Bean
    SimpleModule storableTexts() {
        return new SimpleModule("taros-texts")
                .addDeserializer(String.class, new Storable())
                .addKeyDeserializer(String.class, new StorableKey());
    }

    private static final class Storable extends StringDeserializer {
        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
            var text = super.deserialize(json, context);
            return text == null ? null : StorableText.of(text);
        }
    }

    private static final class StorableKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return StorableText.of(key);
        }
    }
}
