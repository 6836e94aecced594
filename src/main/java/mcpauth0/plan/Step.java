package mcpauth0.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mcpauth0.http.FailureException;
import mcpauth0.setup.Setup;

/**
 * One setting that makes the whole work. The name of the class is an imperative, its id the same in kebab case.
 *
 * @param <T> what is changed, for example a tenant
 * @param <S> the part of its state that this step looks at, as an immutable value
 */
public interface Step<T, S> {

    String id();

    /** Ids of steps that must come before this one. */
    List<String> needs();

    /** Whether the operator's choices ask for this step at all. */
    boolean wanted(Setup setup);

    /** Reads with GET requests alone. */
    S read(T tenant) throws FailureException;

    /** Pure: the same set-up and state give the same change. */
    Change plan(Setup setup, S state);

    /**
     * Does what was planned and gives what undoing needs.
     *
     * @return the receipt: ids that the server chose, values as they were before; never a secret
     */
    JsonNode apply(T tenant, Change.Write change) throws FailureException;

    /**
     * What taking the change back would write now: {@link Change.Nothing} where it is already gone,
     * {@link Change.Refused} with reason {@code changed-since} where the current value is no longer what was written.
     */
    Change planUndo(JsonNode receipt, S state);

    /** Does what {@link #planUndo} said. */
    void undo(T tenant, JsonNode receipt, Change.Write change) throws FailureException;
}
