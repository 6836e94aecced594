package mcpauth0.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import mcpauth0.auth0.Steps;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Reversal;

/** Which changes are to be taken back, and what becomes of values that somebody changed since. At first none are. */
public final class TakeBack {

    private final List<Reversal> reversals;
    private final ObservableSet<String> wanted = FXCollections.observableSet(new LinkedHashSet<>());
    /** One for all who watch: it hears of changes only as long as somebody keeps it. */
    private final ObservableSet<String> watched = FXCollections.unmodifiableObservableSet(wanted);
    private final Map<String, Newer> newer = new HashMap<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    /** @param reversals newest first */
    public TakeBack(List<Reversal> reversals) {
        this.reversals = List.copyOf(reversals);
        wanted.addListener((SetChangeListener<String>) _ -> recount());
    }

    /** The newest change of that step is chosen. */
    public TakeBack choosing(String step) {
        reversals.stream().map(Reversal::entry).filter(entry -> entry.step().equals(step)).findFirst()
                .ifPresent(entry -> want(entry, true));
        return this;
    }

    public List<Reversal> reversals() {
        return reversals;
    }

    public void want(Journal.Entry entry, boolean yes) {
        if (yes)
            wanted.add(entry.id());
        else
            wanted.remove(entry.id());
    }

    /** Whatever can be taken back. */
    public void wantAll() {
        reversals.forEach(reversal -> wanted.add(reversal.entry().id()));
    }

    /** Ids of the entries that were chosen, to be watched. */
    public ObservableSet<String> wanted() {
        return watched;
    }

    /** Changes that were made on top of that one and are still in place, the newest first: without it they are of no use. */
    public List<Reversal> relying(Reversal on) {
        return reversals.stream().filter(other -> needs(other.entry().step()).contains(on.entry().step())).toList();
    }

    /** With what those need in turn. */
    private static Set<String> needs(String step) {
        var all = new LinkedHashSet<String>();
        for (var each : Steps.all())
            if (each.id().equals(step))
                each.needs().forEach(need -> {
                    all.add(need);
                    all.addAll(needs(need));
                });
        return all;
    }

    public void choose(Journal.Entry entry, Newer choice) {
        newer.put(entry.id(), choice);
        recount();
    }

    /** How many changes would be taken back: what is left for later does not count. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    private void recount() {
        count.set(ids().size());
    }

    /** Ids of the entries to take back; empty for none. */
    public List<String> ids() {
        var ids = new ArrayList<String>();
        for (var reversal : reversals) {
            var id = reversal.entry().id();
            var later = reversal.change() instanceof Change.Diverged
                    && newer.getOrDefault(id, Newer.ASK) == Newer.ASK;
            if (wanted.contains(id) && !later)
                ids.add(id);
        }
        return ids;
    }

    public Map<String, Newer.Choice> choices() {
        var choices = new HashMap<String, Newer.Choice>();
        for (var reversal : reversals)
            if (reversal.change() instanceof Change.Diverged seen && newer.containsKey(reversal.entry().id()))
                choices.put(reversal.entry().id(),
                        new Newer.Choice(newer.getOrDefault(reversal.entry().id(), Newer.ASK), seen));
        return choices;
    }
}
