package mcpauth0.ui.part;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Region;
import mcpauth0.http.Exchange;

/** How long the parts of one exchange took, on the time line of the whole run. */
final class TimeBar extends Region {

    /** What the time goes to. */
    enum Part {
        NAME, CONNECT, WAITING;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where each exchange begins, in milliseconds; time in which nothing was asked is drawn short. */
    static final class Scale {

        private static final long LONGEST_PAUSE = 60;

        private final Map<Integer, Long> starts = new HashMap<>();
        private long end = 1;

        Scale(List<Exchange> exchanges) {
            var cut = 0L;
            var reached = Long.MIN_VALUE;
            for (var exchange : exchanges.stream().sorted(java.util.Comparator.comparing(Exchange::started)).toList()) {
                var at = exchange.started().toEpochMilli();
                if (reached == Long.MIN_VALUE)
                    cut = at;
                else if (at - reached > LONGEST_PAUSE)
                    cut += at - reached - LONGEST_PAUSE;
                starts.put(exchange.n(), at - cut);
                reached = Math.max(reached, at + exchange.timing().total());
                end = Math.max(end, reached - cut);
            }
        }

        private double start(Exchange exchange) {
            return (double) starts.getOrDefault(exchange.n(), 0L) / end;
        }

        private double length(long millis) {
            return (double) millis / end;
        }
    }

    private static final double LEAST = 2;

    private final Exchange exchange;
    private final Scale scale;
    private final Map<Part, Region> parts = new HashMap<>();

    TimeBar(Exchange exchange, Scale scale) {
        this.exchange = exchange;
        this.scale = scale;
        getStyleClass().add("time-bar");
        for (var part : Part.values()) {
            var region = part(part);
            parts.put(part, region);
            getChildren().add(region);
        }
    }

    static Region sample(Part part) {
        var sample = part(part);
        sample.getStyleClass().add("time-sample");
        return sample;
    }

    private static Region part(Part part) {
        var region = new Region();
        region.getStyleClass().addAll("time-part", "time-" + part.id());
        return region;
    }

    private long millis(Part part) {
        var timing = exchange.timing();
        return switch (part) {
            case NAME -> timing.dns();
            case CONNECT -> timing.connect() + timing.tls();
            case WAITING -> Math.max(0, timing.total() - timing.dns() - timing.connect() - timing.tls());
        };
    }

    @Override
    protected void layoutChildren() {
        var x = scale.start(exchange) * getWidth();
        for (var part : Part.values()) {
            var region = parts.get(part);
            var millis = millis(part);
            if (region == null)
                continue;
            region.setVisible(millis > 0 || part == Part.WAITING);
            var width = millis == 0 && part != Part.WAITING ? 0 : Math.max(LEAST, scale.length(millis) * getWidth());
            var height = region.prefHeight(-1);
            region.resizeRelocate(snapPositionX(Math.min(x, getWidth() - width)), (getHeight() - height) / 2, width,
                    height);
            x += width;
        }
    }
}
