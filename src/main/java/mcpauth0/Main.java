package mcpauth0;

/** Where the program starts. */
public final class Main {

    private Main() {
    }

    static void main(String[] words) {
        System.out.println(words.length);
    }
}
