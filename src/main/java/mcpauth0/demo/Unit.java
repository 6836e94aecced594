package mcpauth0.demo;

import java.util.List;
import java.util.Optional;

/**
 * A unit of measure.
 *
 * @param factor how many metres, kilograms or kelvins it is
 * @param offset added after the factor: where its zero lies
 */
record Unit(String name, Kind kind, double factor, double offset) {

    /** What can be converted into each other. */
    enum Kind {
        LENGTH, MASS, TEMPERATURE
    }

    private static final List<Unit> ALL = List.of(new Unit("m", Kind.LENGTH, 1, 0), new Unit("km", Kind.LENGTH, 1e3, 0),
            new Unit("cm", Kind.LENGTH, 1e-2, 0), new Unit("mi", Kind.LENGTH, 1609.344, 0),
            new Unit("ft", Kind.LENGTH, 0.3048, 0), new Unit("in", Kind.LENGTH, 0.0254, 0),
            new Unit("kg", Kind.MASS, 1, 0), new Unit("g", Kind.MASS, 1e-3, 0),
            new Unit("lb", Kind.MASS, 0.45359237, 0), new Unit("oz", Kind.MASS, 0.028349523125, 0),
            new Unit("K", Kind.TEMPERATURE, 1, 0), new Unit("C", Kind.TEMPERATURE, 1, 273.15),
            new Unit("F", Kind.TEMPERATURE, 5.0 / 9, 459.67 * 5 / 9));

    private static final double DIGITS = 1e6;

    static Optional<Unit> named(String name) {
        return ALL.stream().filter(unit -> unit.name.equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Unit::name).toList();
    }

    double toBase(double value) {
        return value * factor + offset;
    }

    /** Rounded to six digits after the point. */
    double ofBase(double base) {
        return Math.rint((base - offset) / factor * DIGITS) / DIGITS;
    }
}
