package mcpauth0.plan;

import java.util.List;
import mcpauth0.setup.Setup;

/**
 * What the operator sees and approves: one item per step that the set-up asks for, in the order of applying.
 *
 * @param tenant the domain that it is for; it is applied to no other
 */
public record Plan(String tenant, Setup setup, List<Item> items) {

    /** What one step would do. */
    public record Item(String step, Change change) {

        /**
         * The text that heads it: {@code step.<id>.create} or {@code step.<id>.change}, with the target as its one value,
         * where it would write; else {@code step.<id>.title}, which takes none.
         */
        public String titleKey() {
            return "step." + step
                    + (change instanceof Change.Write write ? write.creates() ? ".create" : ".change" : ".title");
        }

        public List<String> titleValues() {
            return change instanceof Change.Write write ? List.of(write.target()) : List.of();
        }
    }

    public Plan {
        items = List.copyOf(items);
    }

    /** The items that would write. */
    public List<Item> writes() {
        return items.stream().filter(item -> item.change() instanceof Change.Write).toList();
    }

    public List<Item> refusals() {
        return items.stream().filter(item -> item.change() instanceof Change.Refused).toList();
    }

    /** The permissions that all its calls need, each once. */
    public List<String> scopes() {
        return items.stream().map(Item::change).filter(Change.Write.class::isInstance).map(Change.Write.class::cast)
                .flatMap(write -> write.scopes().stream()).distinct().sorted().toList();
    }
}
