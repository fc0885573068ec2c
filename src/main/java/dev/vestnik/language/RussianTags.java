package dev.vestnik.language;

import dev.vestnik.language.MorphologicalDictionary.Reading;

/// What the Russian dictionary's tags mean: `NN:Anim:Masc:PL:R` is a noun in the genitive plural.
final class RussianTags {

    private RussianTags() {}

    /// Whether a tag is or begins with whole parts of another.
    static boolean is(Reading reading, String kind) {
        String tag = reading.tag();
        return tag.startsWith(kind)
                && (tag.length() == kind.length() || tag.charAt(kind.length()) == ':');
    }

    /// Pronouns, prepositions, conjunctions, particles: where one is written, one is meant.
    static boolean isSmallWord(Reading reading) {
        return is(reading, "PNN")
                || is(reading, "PREP")
                || is(reading, "CONJ")
                || is(reading, "PARTICLE");
    }

    /// A noun that has become a preposition or an adverb as it stands: путём, кругом.
    static boolean isByMeansOf(Reading noun) {
        return noun.tag().contains(":Sin:T");
    }

    static boolean isCommonNoun(Reading reading) {
        return is(reading, "NN") && !isName(reading);
    }

    static boolean isName(Reading reading) {
        return reading.tag().startsWith("NN:Name")
                || reading.tag().startsWith("NN:Fam")
                || reading.tag().startsWith("NN:Patr");
    }

    static boolean isPluralName(Reading reading) {
        return isName(reading) && isPlural(reading);
    }

    static boolean isPlural(Reading reading) {
        return reading.tag().contains(":PL");
    }

    /// Without number and case, as the dictionary has what does not decline.
    static boolean isStiff(Reading reading) {
        return is(reading, "NN") && !reading.tag().contains(":Sin") && !isPlural(reading);
    }
}
