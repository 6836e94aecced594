package mcpauth0.ui.part;

import java.net.URI;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.http.Exchange;
import mcpauth0.http.Redaction;
import mcpauth0.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, when, and how long each part took. A line opens its exchange. The parts of a bar differ in height, so
 * that they can be told without colour.
 */
public final class TimingTable extends VBox {

    private static final int FIRST = 8;

    private final Texts texts;
    private final String host;

    /** @param host of the server; other hosts are named in their lines */
    public TimingTable(List<Exchange> exchanges, String host, Texts texts) {
        this.texts = texts;
        this.host = host;
        getStyleClass().addAll("timing");
        var scale = new TimeBar.Scale(exchanges);
        var rows = new VBox();
        getChildren().addAll(head(), rows);
        add(rows, exchanges.stream().limit(FIRST).toList(), scale);
        if (exchanges.size() > FIRST) {
            var more = new Hyperlink(texts.get("part.timing.all", exchanges.size()));
            more.setOnAction(_ -> {
                getChildren().remove(more);
                add(rows, exchanges.stream().skip(FIRST).toList(), scale);
                rows.getChildren().get(FIRST).lookupAll(".timing-row").stream().findFirst()
                        .ifPresent(Node::requestFocus);
            });
            getChildren().add(more);
        }
    }

    private void add(VBox rows, List<Exchange> exchanges, TimeBar.Scale scale) {
        exchanges.forEach(exchange -> rows.getChildren().add(row(exchange, scale)));
    }

    private Node head() {
        var what = new Label(texts.get("part.timing.asked"));
        what.getStyleClass().addAll("secondary", "timing-what");
        var legend = new FlowPane(12, 2);
        for (var part : TimeBar.Part.values()) {
            var sample = TimeBar.sample(part);
            var label = new Label(texts.get("part.timing." + part.id()), sample);
            label.getStyleClass().add("secondary");
            legend.getChildren().add(label);
        }
        HBox.setHgrow(legend, Priority.ALWAYS);
        var unit = new Label(texts.get("part.timing.ms"));
        unit.getStyleClass().addAll("secondary", "timing-ms");
        var head = new HBox(8, what, legend, unit);
        head.getStyleClass().add("timing-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node row(Exchange exchange, TimeBar.Scale scale) {
        var what = new VBox(Words.body(path(exchange)));
        if (!host(exchange).isEmpty())
            what.getChildren().add(Words.secondary(host(exchange)));
        what.getStyleClass().add("timing-what");
        var status = new Label(status(exchange));
        status.getStyleClass().addAll("secondary", "timing-status");
        var bar = new TimeBar(exchange, scale);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var ms = new Label(String.valueOf(exchange.timing().total()));
        ms.getStyleClass().add("timing-ms");
        ms.setMinWidth(Region.USE_PREF_SIZE);
        var box = new VBox();
        var line = new Line(() -> {
            if (box.getChildren().size() > 1)
                box.getChildren().removeLast();
            else
                box.getChildren().add(new ExchangeView(exchange, texts));
        });
        line.getChildren().addAll(what, status, bar, ms);
        line.setAccessibleText(spoken(exchange));
        box.getChildren().add(line);
        return box;
    }

    /** A row that behaves as a button and, unlike one, grows with text that wraps. */
    private static final class Line extends HBox {

        private final Runnable pressed;

        Line(Runnable pressed) {
            super(8);
            this.pressed = pressed;
            getStyleClass().add("timing-row");
            setAlignment(Pos.CENTER_LEFT);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.BUTTON);
            setOnMouseClicked(_ -> {
                requestFocus();
                pressed.run();
            });
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    event.consume();
                    pressed.run();
                }
            });
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.FIRE)
                pressed.run();
            else
                super.executeAccessibleAction(action, parameters);
        }
    }

    /** The well-known part is the same in every address of its kind and is left out. */
    private static String path(Exchange exchange) {
        var request = exchange.request();
        var uri = uri(exchange);
        if (uri == null)
            return request.method() + " " + Redaction.url(request.url());
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return request.method() + " " + path.replace("/.well-known/", "…/");
    }

    /** Empty for the server's own. */
    private String host(Exchange exchange) {
        var uri = uri(exchange);
        if (uri == null)
            return "";
        var other = uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
        return host.equals(other) ? "" : other;
    }

    private static @Nullable URI uri(Exchange exchange) {
        try {
            return URI.create(exchange.request().url());
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private String status(Exchange exchange) {
        return exchange.status() > 0 ? String.valueOf(exchange.status()) : texts.get("part.timing.none");
    }

    private String spoken(Exchange exchange) {
        var timing = exchange.timing();
        return texts.get("part.timing.spoken", path(exchange) + " " + host(exchange), status(exchange), timing.total(),
                timing.dns(),
                timing.connect() + timing.tls(), timing.waiting());
    }
}
