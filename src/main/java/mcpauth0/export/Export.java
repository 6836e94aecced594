package mcpauth0.export;

/** One kind of file to hand over. Pure: facts in, text out. Its name and use are the texts {@code export.<id>.*}. */
public interface Export {

    /** Kebab case, as {@code export --format} takes it. */
    String id();

    /** What the file is called, unless somebody calls it otherwise. */
    String fileName();

    String write(HandOver facts);
}
