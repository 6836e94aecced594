package mcpauth0.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Reversal;

/** Which changes are to be taken back, and what becomes of values that somebody changed since. At first all are. */
public final class TakeBack {

    private final List<Reversal> reversals;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Map<String, Newer> newer = new HashMap<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    /** @param reversals newest first */
    public TakeBack(List<Reversal> reversals) {
        this.reversals = List.copyOf(reversals);
        reversals.forEach(reversal -> wanted.add(reversal.entry().id()));
        recount();
    }

    public List<Reversal> reversals() {
        return reversals;
    }

    public void want(Journal.Entry entry, boolean yes) {
        if (yes)
            wanted.add(entry.id());
        else
            wanted.remove(entry.id());
        recount();
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
