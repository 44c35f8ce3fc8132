package dev.migrator.profile.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.migrator.profile.SnapshotId;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON: components in their declared order, nulls left out. On reading, unknown fields are passed over and a component that is
 * not {@link Nullable} must be there.
 */
public final class RecordJson {

    private RecordJson() {}

    /** A mapper of its own for each caller, immutable by convention and safe for use by several threads. */
    public static JsonMapper mapper() {
        SimpleModule ids = new SimpleModule("snapshot ids")
                .addSerializer(SnapshotId.class, ToStringSerializer.instance)
                .addDeserializer(SnapshotId.class, new SnapshotIdFromText());
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(ids)
                .annotationIntrospector(new NullnessOfRecords())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                // A record's components are the format; a question that it can answer is none of them.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // An error's text must not quote the document, which may hold a user's SQL.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        // A view or a function can be longer than Jackson's limit of 20 MB for one string.
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
        return mapper;
    }

    /** Makes each record component required unless it says {@link Nullable}. */
    private static final class NullnessOfRecords extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            RecordComponent component = component(member);
            return component == null ? super.hasRequiredMarker(member) : Boolean.valueOf(!mayBeNull(component));
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            RecordComponent component = component(annotated);
            return component == null || mayBeNull(component)
                    ? super.findSetterInfo(annotated)
                    : JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
        }

        private static boolean mayBeNull(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        private static @Nullable RecordComponent component(Annotated annotated) {
            if (!(annotated instanceof AnnotatedParameter parameter)
                    || !parameter.getDeclaringClass().isRecord()) {
                return null;
            }
            RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
            return parameter.getIndex() < components.length ? components[parameter.getIndex()] : null;
        }
    }

    private static final class SnapshotIdFromText extends FromStringDeserializer<SnapshotId> {
        private static final long serialVersionUID = 1L;

        SnapshotIdFromText() {
            super(SnapshotId.class);
        }

        @Override
        protected SnapshotId _deserialize(String value, DeserializationContext context) {
            return new SnapshotId(value);
        }
    }
}
