package dev.vestnik.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// A query put together of fixed pieces of SQL, each with the values of its question marks. Nothing
/// of any input becomes part of the text.
public final class Sql {

    private final List<String> pieces = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private Sql() {}

    /// @param values one for each question mark, none of them null
    public static Sql of(String piece, Object... values) {
        return new Sql().add(piece, values);
    }

    /// A condition that a column has one of some values; that of no values never holds.
    public static Sql in(String column, Collection<?> values) {
        return values.isEmpty()
                ? of("1 = 0")
                : of(
                        column
                                + " in ("
                                + String.join(",", Collections.nCopies(values.size(), "?"))
                                + ")",
                        values.toArray());
    }

    /// Some pieces with the same text between each two.
    public static Sql joined(String between, List<Sql> pieces) {
        Sql all = new Sql();
        for (int i = 0; i < pieces.size(); i++) {
            all.add(i == 0 ? "" : between).add(pieces.get(i));
        }
        return all;
    }

    /// The rows of all pieces, with the first one's names of columns. It is a query that reads from
    /// the union: of a union that stands alone H2 keeps no plan, and makes it anew each time.
    public static Sql unionAll(List<Sql> pieces) {
        return of("select * from (\n").add(joined("\nunion all\n", pieces)).add("\n) as united");
    }

    public Sql add(String piece, Object... more) {
        pieces.add(piece);
        Collections.addAll(values, more);
        return this;
    }

    public Sql add(Sql piece) {
        pieces.addAll(piece.pieces);
        values.addAll(piece.values);
        return this;
    }

    /// Of a query that is one piece, this very piece: drivers look up by it what they know of the
    /// statement, and need not compare it letter by letter.
    String text() {
        return pieces.size() == 1 ? pieces.get(0) : String.join("", pieces);
    }

    List<Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return text();
    }
}
