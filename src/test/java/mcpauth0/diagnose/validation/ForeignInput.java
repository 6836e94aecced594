package mcpauth0.diagnose.validation;

import mcpauth0.http.Answer;

/** Parsers of this room that others cannot see. */
public final class ForeignInput {

    private ForeignInput() {
    }

    public static String complaint(String words) {
        var complaint = new Complaint(words.substring(0, Math.min(words.length(), 2_000)));
        return complaint.claims() + complaint.audience() + complaint.issuer();
    }

    public static boolean leaks(Answer answer) {
        return Leak.in(answer).isPresent();
    }
}
