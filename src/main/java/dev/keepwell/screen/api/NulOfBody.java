package dev.keepwell.screen.api;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Reads the texts of a body, and turns away those with a NUL as [NulCheck] does for addresses.
@JacksonComponent
final class NulOfBody extends StdScalarDeserializer<String> {

    private static final char NUL = 0;

    NulOfBody() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.indexOf(NUL) >= 0) {
            throw context.weirdStringException("", String.class, "no text can hold a NUL");
        }
        return text;
    }
}
