package mcpauth0.ui.page;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mcpauth0.diagnose.AgedTokens;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Report;
import mcpauth0.http.Exchange;
import mcpauth0.http.Exchanges;
import mcpauth0.http.Http;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.ui.Services;
import mcpauth0.ui.model.CheckModel;
import mcpauth0.ui.part.DeepTerms;
import mcpauth0.ui.part.Words;

/** What both pages that check have in common. */
final class Checking {

    private Checking() {
    }

    /**
     * Each run has a record of its own, so that its messages count from 1; one that looks again after a cure goes on with
     * the record of before. The client that it registers is used again.
     */
    static CheckModel.Run on(Supplier<Http> wire, Supplier<ClientStore> clients, AgedTokens aged) {
        return new CheckModel.Run() {
            @Override
            public Report run(CheckOptions options, Checkup.Watcher watcher, Consumer<Exchange> heard) {
                try (var http = wire.get()) {
                    http.exchanges().listen(heard);
                    return new Checkup(http, clients.get(), LoopbackPorts.STANDARD, aged).run(options, watcher);
                }
            }

            @Override
            public Report again(CheckOptions options, CheckModel.Before before, Checkup.Watcher watcher,
                    Consumer<Exchange> heard) {
                try (var usual = wire.get();
                        var http = new Http(usual.network(), new Exchanges(before.exchanges()))) {
                    http.exchanges().listen(heard);
                    return new Checkup(http, clients.get(), LoopbackPorts.STANDARD, aged).again(options, before.seen(),
                            watcher);
                }
            }
        };
    }

    /** Where clients registered with real authorization servers are kept. */
    static ClientStore clients(Services services) {
        return ClientStore.inFolder(services.state().resolve("clients"));
    }

    static VBox option(CheckBox box, String... notes) {
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setWrapText(true);
        box.setAccessibleHelp(String.join(" ", notes));
        var option = new VBox(2, box);
        for (var note : notes)
            option.getChildren().add(Words.under(Words.secondary(note)));
        return option;
    }

    /** One whose consequences stand below it before it is agreed to. */
    static VBox option(CheckBox box, DeepTerms terms) {
        var option = option(box);
        box.setAccessibleHelp(terms.spoken());
        option.setSpacing(6);
        option.getChildren().add(Words.under(terms));
        return option;
    }

    /** Opens a specification; where no browser opens, its name still stands on the screen. */
    static void open(Services services, String url) {
        var _ = services.work().start(() -> {
            services.browser().visit(url);
            return url;
        }, _ -> {
            // It is open.
        }, _ -> {
            // Nothing depends on it.
        });
    }
}
