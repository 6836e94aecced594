package mcpauth0.ui.part;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import mcpauth0.oauth.mcp.AdvertisedScopes.Proposal;
import mcpauth0.text.Texts;

/** Permissions that the server speaks of, each with where; a tick takes one over into a table, and takes it off again. */
public final class ScopeProposals extends VBox {

    private final Texts texts;
    private final ScopeTable table;

    public ScopeProposals(Texts texts, ScopeTable table) {
        super(6);
        this.texts = texts;
        this.table = table;
        setId("scope-proposals");
        managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(getChildren()));
        table.onChange(this::align);
    }

    public void show(List<Proposal> proposals) {
        getChildren().clear();
        if (proposals.isEmpty())
            return;
        getChildren().addAll(Words.heading(texts.get("part.proposals")),
                Words.secondary(texts.get("part.proposals.note")));
        for (var proposal : proposals)
            getChildren().add(line(proposal));
        align();
    }

    private VBox line(Proposal proposal) {
        var scope = proposal.scope();
        var box = new CheckBox(scope.value());
        box.setMnemonicParsing(false);
        box.setId("propose-" + scope.value().replaceAll("[^A-Za-z0-9-]", "-"));
        box.setUserData(scope.value());
        box.getStyleClass().add("value");
        box.setWrapText(true);
        box.setOnAction(_ -> {
            if (box.isSelected())
                table.add(scope);
            else
                table.remove(scope.value());
        });
        var where = proposal.origins().stream().map(origin -> texts.get("part.proposals.from." + origin.id()))
                .collect(Collectors.joining(" "));
        return new VBox(2, box,
                Words.under(Words.secondary(
                        scope.description().isBlank() ? where : scope.description() + "\n" + where)));
    }

    /** What stands in the table is ticked, however it came there. */
    private void align() {
        var there = table.values().stream().map(scope -> (Object) scope.value()).toList();
        for (var line : getChildren())
            if (line instanceof VBox one && one.getChildren().getFirst() instanceof CheckBox box)
                box.setSelected(there.contains(box.getUserData()));
    }
}
