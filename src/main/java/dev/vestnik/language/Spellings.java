package dev.vestnik.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Words that are Russian or Kazakh in Latin letters, back in their own: `saigak`, `sajgak` and
/// `saygak` are сайгак. Latin letters stand for several Cyrillic ones, so there are several
/// answers; what a dictionary has comes first.
public final class Spellings {

    public static final int MOST = 8;

    /// Unfinished spellings that are followed at a time; the cheapest are.
    private static final int FOLLOWED = 60;

    private static final int LONGEST = 40;

    /// What a candidate that no dictionary has must yield to.
    private static final int UNKNOWN = 4;

    private static final int LONGEST_CLUSTER = 4;

    private record Draft(String text, int cost) {}

    private Spellings() {}

    /// At most eight ways to write a text in Cyrillic letters, best first; none if it has no Latin
    /// ones. Of several words the nth candidates are put together.
    public static List<String> candidates(String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        Map<String, Boolean> found = new LinkedHashMap<>();
        List<List<String>> each = new ArrayList<>();
        int most = 0;
        for (String word : words) {
            List<String> spelled = ofWord(word);
            each.add(spelled.isEmpty() ? List.of(word) : spelled);
            most = Math.max(most, spelled.size());
        }
        for (int n = 0; n < most; n++) {
            List<String> line = new ArrayList<>();
            for (List<String> spelled : each) {
                line.add(spelled.get(Math.min(n, spelled.size() - 1)));
            }
            found.put(String.join(" ", line), true);
        }
        return List.copyOf(found.keySet());
    }

    private static List<String> ofWord(String word) {
        if (word.length() > LONGEST || word.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            return List.of();
        }
        List<List<Draft>> reached = new ArrayList<>();
        for (int i = 0; i <= word.length(); i++) {
            reached.add(new ArrayList<>());
        }
        reached.get(0).add(new Draft("", 0));
        for (int i = 0; i < word.length(); i++) {
            for (Draft draft : cheapest(reached.get(i))) {
                follow(word, i, draft, reached);
            }
        }
        return cheapest(reached.get(word.length())).stream()
                .sorted(Comparator.comparingInt(Spellings::cost))
                .map(Draft::text)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static void follow(String word, int at, Draft draft, List<List<Draft>> reached) {
        boolean spelled = false;
        for (int length = 1; length <= LONGEST_CLUSTER && at + length <= word.length(); length++) {
            List<String> letters = LatinLetters.meaning(word.substring(at, at + length));
            for (int i = 0; i < letters.size(); i++) {
                spelled = true;
                int cost =
                        draft.cost + i * 2 + (length == 1 ? 1 : 0) + oddity(draft, letters.get(i));
                reached.get(at + length).add(new Draft(draft.text + letters.get(i), cost));
            }
        }
        if (!spelled) {
            reached.get(at + 1).add(new Draft(draft.text + word.charAt(at), draft.cost));
        }
    }

    /// й stands after vowels, ы and и after consonants; э begins words.
    private static int oddity(Draft draft, String letters) {
        if (letters.length() > 1 && letters.endsWith("ь")) {
            return 2;
        }
        boolean softBefore = draft.text.endsWith("ь");
        if (softBefore && "аоуыэ".indexOf(letters.charAt(0)) >= 0) {
            return 6;
        }
        boolean afterVowel =
                !draft.text.isEmpty()
                        && "аеиоуыэюяәөұүі".indexOf(draft.text.charAt(draft.text.length() - 1))
                                >= 0;
        return switch (letters.charAt(0)) {
            case 'й' -> afterVowel ? -1 : 2;
            case 'ы' -> afterVowel || draft.text.isEmpty() ? 4 : 0;
            case 'ә', 'ғ', 'і', 'ң', 'ө', 'ү', 'ұ', 'һ' -> 2;
            case 'и' -> afterVowel ? 1 : 0;
            case 'э' -> draft.text.isEmpty() ? -2 : 2;
            default -> 0;
        };
    }

    private static int cost(Draft draft) {
        return draft.cost + (RussianForms.knows(draft.text) ? 0 : UNKNOWN);
    }

    private static List<Draft> cheapest(List<Draft> drafts) {
        return drafts.stream()
                .sorted(Comparator.comparingInt(Draft::cost))
                .limit(FOLLOWED)
                .toList();
    }
}
