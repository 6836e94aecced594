package mcpauth0.diagnose;

/** One judgement. The class is named as the sentence that must hold; it keeps no state. */
public interface Check {

    Rule rule();

    /** The last station whose sightings can change the verdict; from there on it is certain. */
    default Station certainAt() {
        return rule().station();
    }

    /** Pure and total: whatever was or was not observed, there is a verdict. */
    Verdict judge(Observations seen);
}
