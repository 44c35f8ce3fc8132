package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the server of a data directory listens, as far as it answers to its password. */
record Listening(Path data, String password) {

    /** Empty where no server of ours answers; waits while it is on its way up or down. */
    OptionalInt port() throws IOException {
        while (true) {
            Optional<PostmasterFile> file = PostmasterFile.read(data);
            if (file.isEmpty()) {
                return OptionalInt.empty();
            }
            switch (Answer.from(file.get().port(), password, data)) {
                case OURS -> {
                    return OptionalInt.of(file.get().port());
                }
                case NONE -> {
                    return OptionalInt.empty();
                }
                case NOT_YET -> Pause.once();
            }
        }
    }
}
