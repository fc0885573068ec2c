package dev.vestnik.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Marks in a text, as it was written, the words that a query found. All but the marks is escaped.
final class Marking {

    private static final int MOST_PASSAGES = 3;

    private static final LoadingCache<String, BreakIterator> BREAKS =
            Caffeine.newBuilder()
                    .maximumSize(50)
                    .build(locale ->
                            BreakIterator.getSentenceInstance(ULocale.forLanguageTag(locale)));

    private final SoughtWords sought;

    Marking(SoughtWords sought) {
        this.sought = sought;
    }

    private record Mark(int start, int end, int word) {}

    private record Passage(int place, String marked, int words, int marks) {}

    /// The whole text; null where nothing in it was sought.
    @Nullable String whole(@Nullable String text, String locale) {
        if (text == null) {
            return null;
        }
        List<Mark> marks = marks(text, locale);
        return marks.isEmpty() ? null : write(text, 0, text.length(), marks);
    }

    /// The sentences that have most of what was sought, in their order.
    List<String> passages(String text, String locale) {
        List<Mark> marks = marks(text, locale);
        if (marks.isEmpty()) {
            return List.of();
        }
        List<Passage> passages = new ArrayList<>();
        int lineStart = 0;
        for (String line : text.split("\n", -1)) {
            sentences(text, lineStart, line, locale, marks, passages);
            lineStart += line.length() + 1;
        }
        return passages.stream()
                .sorted(
                        Comparator.comparingInt(Passage::words)
                                .thenComparingInt(Passage::marks)
                                .reversed()
                                .thenComparingInt(Passage::place))
                .limit(MOST_PASSAGES)
                .sorted(Comparator.comparingInt(Passage::place))
                .map(Passage::marked)
                .toList();
    }

    private static void sentences(
            String text,
            int lineStart,
            String line,
            String locale,
            List<Mark> marks,
            List<Passage> passages) {
        if (marks.stream().noneMatch(mark -> isIn(mark, lineStart, lineStart + line.length()))) {
            return;
        }
        BreakIterator breaks = BREAKS.get(locale).clone();
        breaks.setText(line);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            int from = lineStart + start;
            int to = lineStart + end;
            List<Mark> inside = marks.stream().filter(mark -> isIn(mark, from, to)).toList();
            if (!inside.isEmpty()) {
                int words = (int) inside.stream().map(Mark::word).distinct().count();
                passages.add(
                        new Passage(
                                from, write(text, from, to, inside).strip(), words, inside.size()));
            }
            start = end;
        }
    }

    private static boolean isIn(Mark mark, int from, int to) {
        return mark.start() >= from && mark.start() < to;
    }

    private List<Mark> marks(String text, String locale) {
        Language language = Language.of(locale, text);
        List<Word> words = Words.of(text, language);
        List<Mark> marks = new ArrayList<>();
        Set<Integer> inPhrases = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            int found = sought.find(words.get(i), language);
            if (found >= 0) {
                marks.add(new Mark(words.get(i).start(), words.get(i).end(), found));
            }
        }
        List<Word> parts = IndexedText.parts(words);
        sought.findPhrases(parts, inPhrases);
        inPhrases.forEach(i -> marks.add(new Mark(parts.get(i).start(), parts.get(i).end(), -1)));
        marks.sort(Comparator.comparingInt(Mark::start).thenComparingInt(mark -> -mark.end()));
        List<Mark> apart = new ArrayList<>();
        int end = 0;
        for (Mark mark : marks) {
            if (mark.start() >= end) {
                apart.add(mark);
                end = mark.end();
            }
        }
        return apart;
    }

    private static String write(String text, int from, int to, List<Mark> marks) {
        StringBuilder written = new StringBuilder(to - from + 16 * marks.size());
        int at = from;
        for (Mark mark : marks) {
            escape(text, at, mark.start(), written);
            written.append("<mark>");
            escape(text, mark.start(), mark.end(), written);
            written.append("</mark>");
            at = mark.end();
        }
        escape(text, at, Math.max(at, to), written);
        return written.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder written) {
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> written.append("&amp;");
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                case '"' -> written.append("&quot;");
                case '\'' -> written.append("&#39;");
                default -> written.append(letter);
            }
        }
    }
}
