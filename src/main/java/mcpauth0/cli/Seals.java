package mcpauth0.cli;

import mcpauth0.access.Keychain;
import mcpauth0.access.Signers;
import mcpauth0.access.SigningKey;
import mcpauth0.export.report.Seal;

/** What reports are signed with. */
final class Seals {

    private Seals() {
    }

    /** This installation's key; without a keychain digests alone, and a word about it. */
    static Seal find(Terminal terminal) {
        try {
            return new Seal(SigningKey.find(terminal.keychain(), new Signers(terminal.folder())));
        } catch (Keychain.Trouble e) {
            terminal.warn("cli.report.unsigned", terminal.sentence("keychain." + e.id()));
            return Seal.NONE;
        }
    }
}
