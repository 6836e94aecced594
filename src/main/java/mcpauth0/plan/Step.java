package mcpauth0.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import mcpauth0.http.FailureException;
import mcpauth0.setup.Setup;
import org.jspecify.annotations.Nullable;

/**
 * One setting that makes the whole work. The name of the class is an imperative, its id the same in kebab case. A step
 * reads and reasons; the {@link Applier} sends what it planned, so that the calls which are sent are always those that
 * were shown.
 *
 * @param <T> what is changed, for example a tenant
 * @param <S> the part of its state that this step looks at, as an immutable value
 */
public interface Step<T extends Remote, S> {

    String id();

    /** Ids of steps that must come before this one. */
    List<String> needs();

    /** Whether the operator's choices ask for this step at all. */
    boolean wanted(Setup setup);

    /** Reads what every set-up looks at, with GET requests alone. */
    S read(T tenant) throws FailureException;

    /** Reads what planning this set-up looks at. */
    default S read(T tenant, Setup setup) throws FailureException {
        return read(tenant);
    }

    /**
     * Counts what a plan only tells, such as how many people it reaches; {@link Change.Effect#passing} says so. It is not
     * counted again to apply what was approved.
     */
    default S count(T tenant, Setup setup, S state) throws FailureException {
        return state;
    }

    /** Reads where that change is to be found, once it was made. */
    default S read(T tenant, Change.Write change) throws FailureException {
        return read(tenant);
    }

    /** Reads what that receipt is about. */
    default S read(T tenant, JsonNode receipt) throws FailureException {
        return read(tenant);
    }

    /** Pure: the same set-up and state give the same change. */
    Change plan(Setup setup, S state);

    /**
     * What undoing needs: ids that the server chose, values as they were before; never a secret. It is found by looking,
     * so that it can also be had after a crash between the call and its answer.
     *
     * @param state as it is after the calls, or after some of them
     * @return null where nothing of the change has come about
     */
    @Nullable
    JsonNode receipt(Change.Write change, S state);

    /**
     * What taking the change back would write now: {@link Change.Nothing} where it is already gone,
     * {@link Change.Diverged} where a current value is no longer what was written, or others rely on it, and
     * {@code newer} is {@link Newer#ASK}.
     */
    Change planUndo(JsonNode receipt, S state, Newer newer);

    /** Pure: that state as it is going to be once these calls were sent. */
    default S foresee(S state, List<Change.Call> calls) {
        return state;
    }

    /** Why it cannot be taken back as things are, although it still is as it was written: something else needs it. */
    default Optional<Change.Refused> hindrance(JsonNode receipt, S state, Newer newer) {
        return Optional.empty();
    }
}
