package mcpauth0.export;

import mcpauth0.text.Texts;

/**
 * A file in a language that quotes as {@link Literal} does: its template has the code, this has nothing but names.
 *
 * @param template name of the resource
 */
record CodeFile(String id, Group group, String fileName, String template) implements Export {

    /** A server's file, whose template is called as the file is. */
    static CodeFile server(String id, String fileName) {
        return server(id, fileName, fileName);
    }

    static CodeFile server(String id, String fileName, String template) {
        return new CodeFile(id, Group.SERVER, fileName, template);
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        return Template.of(template).filled(facts, texts, Literal::of);
    }
}
