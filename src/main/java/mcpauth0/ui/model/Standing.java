package mcpauth0.ui.model;

import mcpauth0.diagnose.Report.Overall;
import org.jspecify.annotations.Nullable;

/**
 * How a set-up stands after its questions, from what is known of it and not from the pages that were gone through.
 *
 * @param history what became of it so far
 * @param found what the last check of this window found; null before the first
 * @param outdated whether the tenant was changed after that check
 */
public record Standing(History history, @Nullable Overall found, boolean outdated) {

    /** What can be said of the whole. */
    public enum End {
        /** Not everything that was chosen is in the tenant. */
        PART,
        /** It is in the tenant, and nobody has seen it work. */
        UNPROVED,
        /** The check found something that keeps clients out, or makes the server unsafe. */
        BROKEN,
        /** It was seen to work. */
        WORKS;

        /** As in texts: {@code page.finish.<id>.title}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One step of it.
     *
     * @param key text of its second line
     * @param value goes into the text; empty for none
     */
    public record Line(Mark mark, String key, Object value) {

        Line(Mark mark, String key) {
            this(mark, key, "");
        }
    }

    public static Standing of(Session session) {
        var report = session.reportProperty().get();
        return new Standing(session.historyProperty().get(), report == null ? null : report.overall(),
                session.outdatedProperty().get());
    }

    /** Whether the tenant is as the set-up wants it. */
    public Line review() {
        var looked = history.looked();
        if (history.settled() != null)
            return looked == null || looked.moved().isEmpty()
                    ? new Line(Mark.GOOD, "page.review.step.settled")
                    : new Line(Mark.LOOK, "page.review.step.moved");
        return history.inPlace() == 0
                ? new Line(Mark.TO_DO, "page.review.step")
                : new Line(Mark.LOOK, "page.review.step.part", history.inPlace());
    }

    /** Whether it was seen to work. */
    public Line check() {
        if (found != null && outdated)
            return new Line(Mark.TO_DO, "page.check.step.outdated");
        if (found == null) {
            var before = history.checked();
            return before == null
                    ? new Line(Mark.TO_DO, "page.check.step")
                    : new Line(Mark.TO_DO, "page.check.step.before", before.at().toString());
        }
        return switch (found) {
            case HEALTHY -> new Line(Mark.GOOD, "page.check.step.healthy");
            case WARNINGS -> new Line(Mark.LOOK, "page.check.step.warnings");
            case BROKEN -> new Line(Mark.BROKEN, "page.check.step.broken");
            case INCONCLUSIVE -> new Line(Mark.LOOK, "page.check.step.inconclusive");
        };
    }

    /** Whether a client gets through, as far as the check of this window tells. */
    public boolean works() {
        return !outdated && (found == Overall.HEALTHY || found == Overall.WARNINGS);
    }

    public End end() {
        if (works())
            return End.WORKS;
        if (found == Overall.BROKEN && !outdated)
            return End.BROKEN;
        return history.settled() == null ? End.PART : End.UNPROVED;
    }

    /** Whether the server uses what it was told: only a check can tell. */
    public Line configuration(boolean passed) {
        if (works())
            return new Line(Mark.GOOD, "page.configuration.step.used");
        return new Line(Mark.TO_DO, passed ? "page.configuration.step.open" : "page.configuration.step");
    }

    /** A client cannot be connected before a check has got through. */
    public Line client(boolean passed) {
        return new Line(passed && works() ? Mark.GOOD : Mark.TO_DO, "page.client.step");
    }
}
