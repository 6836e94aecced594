package mcpauth0.ui.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcpauth0.access.Signers;
import mcpauth0.export.report.Comparison;
import mcpauth0.export.report.Passport;
import mcpauth0.export.report.SavedReport;
import mcpauth0.setup.Parsed;
import mcpauth0.ui.Work;
import org.jspecify.annotations.Nullable;

/** A JSON report that somebody brought, and another beside it. Files are read and written through {@link Work}. */
public final class ReportModel {

    /** As much as JSON is read of; no report is larger. Bytes. */
    private static final int MOST = 8 << 20;

    /**
     * A report that was read.
     *
     * @param signer who signed it, where that is known; null where nobody signed it, or the signer is not known here
     */
    public record Opened(SavedReport report, Passport.Word word, Signers.@Nullable Known signer) {

        /** Whether nothing in it was altered, as far as its passport tells. */
        public boolean intact() {
            return switch (word) {
                case Passport.Word.None _,Passport.Word.Strange _,Passport.Word.Forged _ -> false;
                case Passport.Word.Unsigned(var flaws) -> flaws.isEmpty();
                case Passport.Word.Signed(var flaws, _) -> flaws.isEmpty();
            };
        }

        /** Whether its passport tells that something was altered. */
        public boolean altered() {
            return switch (word) {
                case Passport.Word.None _,Passport.Word.Strange _ -> false;
                case Passport.Word.Forged _ -> true;
                case Passport.Word.Unsigned _,Passport.Word.Signed _ -> !intact();
            };
        }

        /** Whether there is a signer to trust: only of what is as it was written. */
        public boolean strange() {
            return word instanceof Passport.Word.Signed && signer == null && intact();
        }
    }

    /** Two reports beside one another, and the one that was brought second. */
    public record Compared(Comparison comparison, Opened other) {
    }

    private final Work work;
    private final Signers signers;
    private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private @Nullable Future<?> underWay;

    /** @param state the program's folder */
    public ReportModel(Work work, Path state) {
        this.work = work;
        signers = new Signers(state);
    }

    /** The report; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Opened> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** The comparison; null while nothing is compared. */
    public ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Why the last file could not be used; null where it could. */
    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Opens that file in place of what was open. */
    public void open(Path file) {
        read(file, one -> {
            compared.set(null);
            opened.set(one);
        });
    }

    /** Compares it with that file: the older of the two is the one before, by their own dates. */
    public void compare(Path file) {
        var first = opened.get();
        if (first != null)
            read(file, other -> compared.set(new Compared(inOrder(first.report(), other.report()), other)));
    }

    /** Remembers who signed it. */
    public void trust() {
        var here = opened.get();
        if (here == null || !here.strange() || !(here.word() instanceof Passport.Word.Signed(_, var signer)))
            return;
        start();
        underWay = work.start(() -> {
            signers.remember(signer, false);
            return signers.find(signer).orElseThrow();
        }, known -> opened.set(new Opened(here.report(), here.word(), known)),
                _ -> trouble.set(new Trouble("page.report.not-kept", List.of(), null)));
    }

    /** Ends what is under way. */
    public boolean cancel() {
        var future = underWay;
        underWay = null;
        return future != null && future.cancel(true);
    }

    private void start() {
        cancel();
        trouble.set(null);
    }

    private void read(Path file, Consumer<Opened> good) {
        start();
        underWay = work.start(() -> parsed(file), parsed -> {
            switch (parsed) {
                case Parsed.Good<Opened>(var one) -> good.accept(one);
                case Parsed.Bad<Opened> bad -> trouble.set(Trouble.of(bad));
            }
        }, thrown -> trouble.set(Trouble.of(thrown)));
    }

    /** What the file holds, with who signed it. */
    private Parsed<Opened> parsed(Path file) {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException _) {
            return Parsed.bad("report-unreadable", file.toString());
        }
        if (bytes.length > MOST)
            return Parsed.bad("report-other");
        return switch (SavedReport.read(new String(bytes, StandardCharsets.UTF_8))) {
            case Parsed.Good<SavedReport>(var report) -> {
                var word = report.passport();
                yield Parsed.good(new Opened(report, word, word instanceof Passport.Word.Signed(_, var signer)
                        ? signers.find(signer).orElse(null)
                        : null));
            }
            case Parsed.Bad<SavedReport>(var id, var values) -> new Parsed.Bad<>(id, values);
        };
    }

    /** One that bears no date counts as the older. */
    private static Comparison inOrder(SavedReport one, SavedReport other) {
        var first = Objects.requireNonNull(one.started().orElse(Instant.MIN));
        return other.started().orElse(Instant.MIN).isBefore(first)
                ? Comparison.of(other, one)
                : Comparison.of(one, other);
    }
}
