package dev.migrator.profile.manifest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/**
 * Begins a line for each object of an array and is otherwise as terse as JSON can be, so that a manifest can be read with the tools of a
 * shell: one line for each table, statement, chunk and file.
 */
final class OneObjectALine extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    @Override
    public void writeStartObject(JsonGenerator generator) throws IOException {
        JsonStreamContext parent = generator.getOutputContext().getParent();
        if (parent != null && parent.inArray()) {
            generator.writeRaw('\n');
        }
        super.writeStartObject(generator);
    }
}
