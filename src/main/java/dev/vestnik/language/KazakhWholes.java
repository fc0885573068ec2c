package dev.vestnik.language;

import java.util.Set;

/// Common Kazakh words that only look inflected: ойын is a game, and hardly ever the accusative of
/// somebody's thought (ой).
final class KazakhWholes {

    private static final Set<String> WORDS =
            Set.of(
                    // end like a possessive
                    "ағым",
                    "айым",
                    "әкім",
                    "білім",
                    "бөлім",
                    "есім",
                    "жетім",
                    "жүзім",
                    "киім",
                    "өкім",
                    "өлім",
                    "өнім",
                    "өсім",
                    "сезім",
                    "тізім",
                    "тиім",
                    "төзім",
                    "ұғым",
                    "ұйым",
                    "үкім",
                    "шешім",
                    "қалың",
                    "екі",
                    "жеті",
                    "ірі",
                    "кәрі",
                    "кісі",
                    "сары",
                    "тері",
                    "тірі",
                    "ұлы",
                    "іні",
                    "кіші",
                    "ұры",
                    "ащы",
                    // like the accusative or genitive of one
                    "ағын",
                    "ақын",
                    "алтын",
                    "арын",
                    "буын",
                    "бүгін",
                    "дайын",
                    "егін",
                    "ерін",
                    "жақын",
                    "жалын",
                    "жиын",
                    "иін",
                    "кейін",
                    "келін",
                    "қиын",
                    "қойын",
                    "мойын",
                    "ойын",
                    "орын",
                    "отын",
                    "тиын",
                    "түтін",
                    "тығын",
                    "ұзын",
                    "айдын",
                    "үшін",
                    // like a case
                    "апта",
                    "басқа",
                    "бірге",
                    "қысқа",
                    "мақта",
                    "орда",
                    "өзге",
                    "пайда",
                    "сауда",
                    "аудан",
                    "майдан",
                    "дастан",
                    "бостан",
                    "мықты",
                    "нақты",
                    "тұтқа",
                    "шығын",
                    "балға",
                    "қалта",
                    "кесте");

    private KazakhWholes() {}

    static boolean has(String word) {
        return WORDS.contains(word);
    }
}
