package dev.vestnik.language;

import java.util.List;
import java.util.Map;

/// What Latin letters and clusters of them stand for in Russian and Kazakh words, the likeliest
/// first.
final class LatinLetters {

    private static final Map<String, List<String>> MEANINGS =
            Map.ofEntries(
                    Map.entry("a", List.of("а", "ә", "я")),
                    Map.entry("b", List.of("б")),
                    Map.entry("c", List.of("к", "ц", "с")),
                    Map.entry("d", List.of("д")),
                    Map.entry("e", List.of("е", "э")),
                    Map.entry("f", List.of("ф")),
                    Map.entry("g", List.of("г", "ғ")),
                    Map.entry("h", List.of("х", "һ")),
                    Map.entry("i", List.of("и", "й", "і", "ы")),
                    Map.entry("j", List.of("й", "ж", "дж")),
                    Map.entry("k", List.of("к", "қ")),
                    Map.entry("l", List.of("л", "ль")),
                    Map.entry("m", List.of("м")),
                    Map.entry("n", List.of("н", "нь", "ң")),
                    Map.entry("o", List.of("о", "ө")),
                    Map.entry("p", List.of("п")),
                    Map.entry("q", List.of("қ", "к", "х")),
                    Map.entry("r", List.of("р", "рь")),
                    Map.entry("s", List.of("с")),
                    Map.entry("t", List.of("т", "ть")),
                    Map.entry("u", List.of("у", "ү", "ұ", "ю")),
                    Map.entry("v", List.of("в")),
                    Map.entry("w", List.of("в", "ш")),
                    Map.entry("x", List.of("кс", "х")),
                    Map.entry("y", List.of("ы", "й", "и")),
                    Map.entry("z", List.of("з")),
                    Map.entry("'", List.of("ь", "ъ")),
                    Map.entry("ya", List.of("я")),
                    Map.entry("ja", List.of("я")),
                    Map.entry("ia", List.of("ия", "я")),
                    Map.entry("yu", List.of("ю")),
                    Map.entry("ju", List.of("ю")),
                    Map.entry("iu", List.of("ию", "ю")),
                    Map.entry("yo", List.of("е")),
                    Map.entry("jo", List.of("е")),
                    Map.entry("ye", List.of("е", "ье", "ъе")),
                    Map.entry("je", List.of("е")),
                    Map.entry("iy", List.of("ий")),
                    Map.entry("yy", List.of("ый")),
                    Map.entry("zh", List.of("ж")),
                    Map.entry("dzh", List.of("дж")),
                    Map.entry("kh", List.of("х")),
                    Map.entry("gh", List.of("ғ", "г")),
                    Map.entry("ng", List.of("нг", "ң")),
                    Map.entry("ts", List.of("ц", "тс")),
                    Map.entry("tz", List.of("ц")),
                    Map.entry("ch", List.of("ч", "х")),
                    Map.entry("sh", List.of("ш", "щ")),
                    Map.entry("sch", List.of("щ", "сч", "ш")),
                    Map.entry("shch", List.of("щ")),
                    Map.entry("ck", List.of("к")),
                    Map.entry("ph", List.of("ф")),
                    Map.entry("ä", List.of("ә")),
                    Map.entry("ö", List.of("ө")),
                    Map.entry("ü", List.of("ү")),
                    Map.entry("ū", List.of("ұ")),
                    Map.entry("ğ", List.of("ғ")),
                    Map.entry("ş", List.of("ш")),
                    Map.entry("ñ", List.of("ң")),
                    Map.entry("ı", List.of("ы")));

    private LatinLetters() {}

    static List<String> meaning(String cluster) {
        return MEANINGS.getOrDefault(cluster, List.of());
    }
}
