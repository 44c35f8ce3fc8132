package dev.migrator.core.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file as {@link Value}s that know their lines. */
final class YamlFile {

    /** Deeper than any setting goes, so that an alias that contains itself ends. */
    private static final int DEEPEST = 8;

    private final Path file;
    private final String shownAs;
    private final Problems problems;

    private YamlFile(Path file, String shownAs, Problems problems) {
        this.file = file;
        this.shownAs = shownAs;
        this.problems = problems;
    }

    /**
     * The file's content; without names where there is no such file, or where it is empty or cannot be read, and then the problem has been
     * added.
     *
     * @param file absolute
     * @param shownAs how messages call the file
     */
    static Value.Tree read(Path file, String shownAs, Problems problems) {
        return new YamlFile(file, shownAs, problems).read();
    }

    private Value.Tree read() {
        Value.Tree nothing = new Value.Tree(List.of(), new Origin(shownAs, folder()));
        try {
            String text = Files.readString(file);
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(shownAs).build()).composeString(text);
            Optional<Value> value = root.flatMap(node -> value(node, 0));
            if (value.isPresent() && !(value.get() instanceof Value.Tree)) {
                problems.add(value.get().origin(), "expected names with values, like 'store: file:/srv/store'");
            }
            return value.filter(Value.Tree.class::isInstance)
                    .map(Value.Tree.class::cast)
                    .orElse(nothing);
        } catch (NoSuchFileException e) {
            return nothing;
        } catch (CharacterCodingException e) {
            problems.add(nothing.origin(), "is not UTF-8");
        } catch (IOException e) {
            problems.add(nothing.origin(), "cannot be read (" + reason(e) + ")");
        } catch (MarkedYamlEngineException e) {
            problems.add(origin(e.getProblemMark()), "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(nothing.origin(), "is not YAML: it holds characters that YAML does not allow");
        }
        return nothing;
    }

    private Optional<Value> value(Node node, int depth) {
        Origin origin = origin(node.getStartMark());
        if (depth > DEEPEST) {
            problems.add(origin, "is nested too deeply");
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL)
                    ? Optional.empty()
                    : Optional.of(new Value.Text(scalar.getValue(), origin));
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> items = new ArrayList<>();
            sequence.getValue().forEach(item -> value(item, depth + 1).ifPresent(items::add));
            return Optional.of(new Value.Items(items, origin));
        }
        return node instanceof MappingNode mapping ? Optional.of(tree(mapping, origin, depth)) : Optional.empty();
    }

    private Value.Tree tree(MappingNode mapping, Origin origin, int depth) {
        List<Value.Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Origin line = origin(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                problems.add(line, "expected a name");
            } else if (!names.add(name.getValue())) {
                problems.add(line, "'" + name.getValue() + "' stands here a second time");
            } else {
                value(tuple.getValueNode(), depth + 1)
                        .ifPresent(value -> entries.add(new Value.Entry(name.getValue(), value, line)));
            }
        }
        return new Value.Tree(entries, origin);
    }

    private Origin origin(Optional<Mark> mark) {
        return new Origin(mark.map(m -> shownAs + ":" + (m.getLine() + 1)).orElse(shownAs), folder());
    }

    private Path folder() {
        return file.resolveSibling("");
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
