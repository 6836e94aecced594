package mcpauth0.setup;

import java.util.List;
import java.util.NoSuchElementException;

/** What became of text that a person typed: the value, or the problem with it. */
public sealed interface Parsed<T> {

    /** The text was understood; {@code value} is its normal form. */
    record Good<T>(T value) implements Parsed<T> {
    }

    /**
     * The text cannot be used. The bundles hold {@code input.<id>.problem}, {@code .cause} and {@code .cure}, into which
     * {@code values} are put in order.
     */
    record Bad<T>(String id, List<String> values) implements Parsed<T> {
        public Bad {
            values = List.copyOf(values);
        }
    }

    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Parsed<T> bad(String id, String... values) {
        return new Bad<>(id, List.of(values));
    }

    /**
     * The value, where the caller knows that the text is sound.
     *
     * @throws NoSuchElementException when it is not, naming the problem's id
     */
    default T orThrow() {
        return switch (this) {
            case Good<T>(var value) -> value;
            case Bad<T>(var id, var values) -> throw new NoSuchElementException(id + " " + values);
        };
    }
}
