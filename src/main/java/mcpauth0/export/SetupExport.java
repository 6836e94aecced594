package mcpauth0.export;

import mcpauth0.setup.SetupFile;
import mcpauth0.text.Texts;

/** The set-up itself: for another machine, a colleague, or {@code plan} and {@code apply}. */
final class SetupExport implements Export {

    @Override
    public String id() {
        return "setup";
    }

    @Override
    public Group group() {
        return Group.TENANT;
    }

    @Override
    public String fileName() {
        return "mcp-auth0-setup.json";
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        return SetupFile.write(facts.setup());
    }
}
