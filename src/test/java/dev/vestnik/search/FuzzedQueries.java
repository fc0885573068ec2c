package dev.vestnik.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Query strings that nobody means, the same ones every time.
public final class FuzzedQueries {

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "«",
                    "»",
                    "“",
                    "”",
                    "|",
                    "||",
                    "-",
                    "--",
                    "*",
                    "**",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "~",
                    "^",
                    ":",
                    "\\",
                    "/",
                    "!",
                    "?",
                    "+",
                    "&",
                    "&&",
                    "'",
                    "`",
                    ",",
                    ".",
                    ";",
                    "%",
                    "<mark>",
                    "</script>",
                    "AND",
                    "OR",
                    "NOT",
                    "title:",
                    "_all",
                    "${x}",
                    " ",
                    "  ",
                    "\t",
                    "\n",
                    "\u0001",
                    "\u0007",
                    "\u001f",
                    "\u007f",
                    "\u00ad",
                    "\u200b",
                    "\u200f",
                    "\u202e",
                    "\ufeff",
                    "\u0301",
                    "\ud83d\ude00",
                    "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                    "שלום",
                    "مرحبا",
                    "日本語",
                    "ไทย",
                    "сайгак",
                    "сайга",
                    "с",
                    "со",
                    "и",
                    "в",
                    "не",
                    "экология",
                    "бизнес-план",
                    "а-б-в-г-д",
                    "қазақстан",
                    "ә",
                    "cfqufr",
                    "saigak",
                    "the",
                    "a",
                    "1",
                    "2026",
                    "3,14",
                    "10:30");

    private FuzzedQueries() {}

    /// As many of them, some of ten thousand letters.
    public static List<String> first(int count) {
        Random random = new Random(20);
        List<String> queries = new ArrayList<>(longOnes());
        while (queries.size() < count) {
            StringBuilder query = new StringBuilder();
            int pieces = 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 12);
            for (int i = 0; i < pieces; i++) {
                query.append(PIECES.get(random.nextInt(PIECES.size())));
                if (random.nextInt(3) == 0) {
                    query.append(' ');
                }
            }
            if (!query.toString().isBlank()) {
                queries.add(query.toString());
            }
        }
        return queries.subList(0, count);
    }

    private static List<String> longOnes() {
        return List.of(
                "с".repeat(10_000),
                "сайгак ".repeat(1_430),
                "с* ".repeat(3_300) + "сайг*",
                "со* по* на* во* пр* ".repeat(500),
                "\"и в на\" ".repeat(1_000),
                "a|".repeat(5_000),
                "-сайгак ".repeat(1_200),
                "\"".repeat(10_000),
                "а-".repeat(5_000),
                "cfqufr ".repeat(28),
                "saigaksaigak".repeat(3),
                "\ud83d\ude00".repeat(5_000));
    }
}
