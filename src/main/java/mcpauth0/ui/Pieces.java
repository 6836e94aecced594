package mcpauth0.ui;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** What {@link Work#inPieces} does, in its order; a piece may find that more is to be done before those after it. */
public final class Pieces implements Iterator<Runnable> {

    private final Deque<Iterator<Runnable>> left = new ArrayDeque<>();

    /** After everything else. */
    public void add(Runnable piece) {
        left.addLast(List.of(piece).iterator());
    }

    /** Before what is left. */
    public void insert(Iterator<Runnable> some) {
        left.addFirst(some);
    }

    private Iterator<Runnable> first() {
        while (!left.isEmpty() && !left.getFirst().hasNext())
            left.removeFirst();
        return left.isEmpty() ? Collections.emptyIterator() : left.getFirst();
    }

    @Override
    public boolean hasNext() {
        return first().hasNext();
    }

    /** @throws NoSuchElementException where nothing is left */
    @Override
    public Runnable next() {
        return first().next();
    }
}
