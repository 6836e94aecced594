package mcpauth0.ui.part;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.http.Exchange;
import mcpauth0.text.Texts;
import mcpauth0.ui.Work;
import mcpauth0.ui.model.Message;

/**
 * What was asked, when, and how long each part took. A line opens its exchange. The parts of a bar differ in height, so
 * that they can be told without colour.
 */
final class TimingTable extends Piecemeal {

    private static final int FIRST = 8;

    private final Texts texts;
    private final String host;
    private final List<Exchange> exchanges;
    private final Work work;
    private final VBox rows = new VBox();

    /** @param host of the server; other hosts are named in their lines */
    TimingTable(List<Exchange> exchanges, String host, Texts texts, Work work) {
        this.texts = texts;
        this.host = host;
        this.exchanges = exchanges;
        this.work = work;
        getStyleClass().addAll("timing");
        getChildren().addAll(head(), rows);
    }

    @Override
    Iterator<Runnable> pieces() {
        var scale = new TimeBar.Scale(exchanges);
        var pieces = new ArrayList<>(rows(exchanges.stream().limit(FIRST), scale));
        if (exchanges.size() > FIRST)
            pieces.add(() -> getChildren().add(more(scale)));
        return pieces.iterator();
    }

    private Hyperlink more(TimeBar.Scale scale) {
        var more = new Hyperlink(texts.get("part.timing.all", exchanges.size()));
        more.setOnAction(_ -> {
            getChildren().remove(more);
            var _ = work.inPieces(rows(exchanges.stream().skip(FIRST), scale).iterator());
            rows.getChildren().get(FIRST).lookupAll(".timing-row").stream().findFirst()
                    .ifPresent(Node::requestFocus);
        });
        return more;
    }

    private List<Runnable> rows(Stream<Exchange> some, TimeBar.Scale scale) {
        return some.<Runnable>map(exchange -> () -> rows.getChildren().add(row(exchange, scale))).toList();
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
        var what = new VBox(Words.body(Message.what(exchange)));
        var elsewhere = Message.elsewhere(exchange, host);
        if (!elsewhere.isEmpty())
            what.getChildren().add(Words.secondary(elsewhere));
        what.getStyleClass().add("timing-what");
        var status = new Label(status(exchange));
        status.getStyleClass().addAll("secondary", "timing-status");
        var bar = new TimeBar(exchange, scale);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var ms = new Label(String.valueOf(exchange.timing().total()));
        ms.getStyleClass().add("timing-ms");
        ms.setMinWidth(Region.USE_PREF_SIZE);
        var box = new VBox();
        var line = new RowButton(() -> {
            if (box.getChildren().size() > 1)
                box.getChildren().removeLast();
            else
                box.getChildren().add(new ExchangeView(exchange, texts));
        });
        line.getStyleClass().add("timing-row");
        line.getChildren().addAll(what, status, bar, ms);
        line.setAccessibleText(spoken(exchange));
        box.getChildren().add(line);
        return box;
    }

    private String status(Exchange exchange) {
        return exchange.status() > 0 ? String.valueOf(exchange.status()) : texts.get("part.timing.none");
    }

    private String spoken(Exchange exchange) {
        var timing = exchange.timing();
        return texts.get("part.timing.spoken", Message.what(exchange) + " " + Message.elsewhere(exchange, host),
                status(exchange), timing.total(),
                timing.dns(),
                timing.connect() + timing.tls(), timing.waiting());
    }
}
