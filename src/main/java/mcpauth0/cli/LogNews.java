package mcpauth0.cli;

import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.login.LogFollower;
import mcpauth0.diagnose.login.LogStory;

/** What the tenant's log says while a sign-in is waited for, on standard error. */
record LogNews(Terminal terminal) implements Checkup.Watcher {

    LogFollower.Ear ear() {
        return LogFollower.ear(this::looksAtTheLog, this::reads);
    }

    @Override
    public void begins(Station station) {
        // The report tells.
    }

    @Override
    public void finds(Report.Finding finding) {
        // The report tells.
    }

    @Override
    public void looksAtTheLog() {
        terminal.warn("cli.client.looking");
    }

    @Override
    public void reads(LogStory story) {
        terminal.warn(story.key("problem"), story.values().toArray());
    }
}
