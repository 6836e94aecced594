package mcpauth0.export.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import mcpauth0.http.Visible;

/**
 * HTML or XML, put together so that nothing that is told can be taken for markup: all of it is escaped, and characters that
 * XML does not allow are written out. What comes out is well-formed XML, which HTML of this kind may be too.
 */
final class Markup {

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter writer;

    /** @param first what stands before the first element */
    Markup(String first) {
        out.append(first);
        try {
            writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Deed {
        void run() throws XMLStreamException;
    }

    private Markup then(Deed deed) {
        try {
            deed.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // it writes into memory
        }
    }

    /** @param attributes names and values in turn */
    Markup open(String name, String... attributes) {
        return then(() -> {
            writer.writeStartElement(name);
            attributes(attributes);
        });
    }

    Markup close() {
        return then(writer::writeEndElement);
    }

    Markup text(String text) {
        return then(() -> writer.writeCharacters(Visible.text(text).replace("\r\n", "\n")));
    }

    /** An element with a text, or with none. */
    Markup element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** An element that has no end in HTML. */
    Markup empty(String name, String... attributes) {
        return then(() -> {
            writer.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (var i = 0; i < attributes.length; i += 2)
            writer.writeAttribute(attributes[i], Visible.line(attributes[i + 1]));
    }

    @Override
    public String toString() {
        then(writer::flush);
        return out + "\n";
    }
}
