package dev.vestnik.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A suffix of Kazakh nouns in one of its shapes, with what it may stand after.
record KazakhSuffix(String text, Place place, Predicate<String> after) {

    /// In the order in which they follow the stem.
    enum Place {
        PLURAL,
        POSSESSIVE,
        CASE,
        ADJECTIVE
    }

    /// A possessive of one letter is the end of many a stem (қалам is a pen, and hardly ever "my
    /// city"): it is taken off long stems alone.
    private static final int LONG = 5;

    private static final Map<Character, List<KazakhSuffix>> BY_LAST_LETTER =
            all().stream().collect(Collectors.groupingBy(suffix -> lastLetter(suffix.text)));

    /// Those that a form of this last letter may have, the longest first.
    static List<KazakhSuffix> endingOf(String form) {
        return BY_LAST_LETTER.getOrDefault(lastLetter(form), List.of());
    }

    /// Whether it may follow this stem: by its last sound, and with vowels of the same harmony.
    boolean follows(String stem) {
        return after.test(stem) && KazakhSounds.inHarmony(stem, text);
    }

    /// The bare possessive of the third person, which also ends сы and, after н, looks like ны:
    /// саны is the number of something.
    boolean isTheirs() {
        return text.equals("ы") || text.equals("і");
    }

    /// Whether its н may as well be the end of the stem: алтында is "in gold" and "in six of them".
    boolean isAmbiguous(String stem) {
        return text.charAt(0) == 'н' && KazakhSounds.endsInTheirs(stem);
    }

    /// Possessives that begin with a vowel give a voiceless end its voice, and push a vowel out.
    boolean changesStem() {
        return place == Place.POSSESSIVE && KazakhSounds.isVowel(text.charAt(0));
    }

    private static List<KazakhSuffix> all() {
        List<KazakhSuffix> all = new ArrayList<>();
        add(all, Place.PLURAL, KazakhSounds::isOpen, "лар", "лер");
        add(all, Place.PLURAL, KazakhSounds::isVoiced, "дар", "дер");
        add(all, Place.PLURAL, KazakhSounds::isVoiceless, "тар", "тер");

        Predicate<String> vowel = KazakhSounds::endsInVowel;
        Predicate<String> consonant = KazakhSounds::endsInConsonant;
        add(all, Place.POSSESSIVE, vowel, "сы", "сі", "мыз", "міз", "ңыз", "ңіз");
        add(all, Place.POSSESSIVE, vowel.and(stem -> stem.length() >= LONG), "м", "ң");
        add(all, Place.POSSESSIVE, consonant, "ы", "і", "ым", "ім", "ың", "ің");
        add(all, Place.POSSESSIVE, consonant, "ымыз", "іміз", "ыңыз", "іңіз");

        Predicate<String> theirs = KazakhSounds::endsInTheirs;
        Predicate<String> sonorous = KazakhSounds::isSonorous;
        Predicate<String> nasal = KazakhSounds::isNasal;
        Predicate<String> voiceless = KazakhSounds::isVoiceless;
        add(all, Place.CASE, vowel.or(nasal), "ның", "нің");
        add(all, Place.CASE, sonorous.and(nasal.negate()), "дың", "дің");
        add(all, Place.CASE, voiceless, "тың", "тің");
        add(all, Place.CASE, vowel.or(sonorous), "ға", "ге");
        add(all, Place.CASE, voiceless, "қа", "ке");
        add(all, Place.CASE, theirs, "на", "не", "н", "нда", "нде", "нан", "нен");
        add(all, Place.CASE, KazakhSounds::endsInOurs, "а", "е");
        add(all, Place.CASE, vowel, "ма", "ме", "ңа", "ңе");
        add(all, Place.CASE, vowel, "ны", "ні");
        add(all, Place.CASE, sonorous, "ды", "ді");
        add(all, Place.CASE, voiceless, "ты", "ті");
        add(all, Place.CASE, vowel.or(sonorous), "да", "де");
        add(all, Place.CASE, voiceless, "та", "те");
        add(all, Place.CASE, vowel.or(sonorous), "дан", "ден");
        add(all, Place.CASE, nasal, "нан", "нен");
        add(all, Place.CASE, voiceless, "тан", "тен");
        add(all, Place.CASE, vowel.or(sonorous), "мен");
        add(all, Place.CASE, KazakhSounds::endsInBuzz, "бен");
        add(all, Place.CASE, voiceless, "пен");

        add(all, Place.ADJECTIVE, vowel.or(sonorous), "дағы", "дегі");
        add(all, Place.ADJECTIVE, voiceless, "тағы", "тегі");
        add(all, Place.ADJECTIVE, theirs, "ндағы", "ндегі");
        all.sort(Comparator.comparing(suffix -> -suffix.text.length()));
        return List.copyOf(all);
    }

    private static char lastLetter(String text) {
        return text.charAt(text.length() - 1);
    }

    private static void add(
            List<KazakhSuffix> all, Place place, Predicate<String> after, String... texts) {
        for (String text : texts) {
            all.add(new KazakhSuffix(text, place, after));
        }
    }
}
