package dev.migrator.core.settings;

import dev.migrator.profile.capture.MediaFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The folders of uploaded files: {@code [{name: uploads, path: /srv/app/uploads}]}. */
final class MediaType implements SettingType<List<MediaFolder>> {

    private static final List<String> FIELDS = List.of("name", "path");

    @Override
    public String expected() {
        return "a list of {name, path}";
    }

    @Override
    public Optional<List<MediaFolder>> read(Value value, Problems problems) {
        if (!(value instanceof Value.Items list)) {
            problems.add(value.origin(), "expected " + expected());
            return Optional.empty();
        }
        List<MediaFolder> folders = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Value item : list.items()) {
            folder(item, problems).ifPresent(folder -> {
                if (!names.add(folder.name())) {
                    problems.add(item.origin(), "two media folders are called '" + folder.name() + "'");
                }
                folders.add(folder);
            });
        }
        return Optional.of(List.copyOf(folders));
    }

    private static Optional<MediaFolder> folder(Value item, Problems problems) {
        if (!(item instanceof Value.Tree tree)) {
            problems.add(item.origin(), "expected a media folder like {name: uploads, path: /srv/app/uploads}");
            return Optional.empty();
        }
        for (Value.Entry entry : tree.entries()) {
            if (!FIELDS.contains(entry.name())) {
                problems.add(
                        entry.origin(),
                        "unknown key '" + entry.name() + "' in a media folder"
                                + NearestName.question(entry.name(), FIELDS));
            }
        }
        Optional<String> name =
                text(tree, "name", problems).filter(word -> word.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}"));
        Optional<Path> path = text(tree, "path", problems).flatMap(word -> ScalarType.path(word, item.origin()));
        if (name.isEmpty() || path.isEmpty()) {
            problems.add(item.origin(), "a media folder needs a name of letters, digits, '.', '-' and '_', and a path");
            return Optional.empty();
        }
        return Optional.of(new MediaFolder(name.get(), path.get()));
    }

    private static Optional<String> text(Value.Tree tree, String field, Problems problems) {
        return tree.entries().stream()
                .filter(entry -> entry.name().equals(field))
                .findFirst()
                .flatMap(entry -> ScalarType.TEXT.read(entry.value(), problems));
    }
}
