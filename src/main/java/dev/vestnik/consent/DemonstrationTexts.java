package dev.vestnik.consent;

/// What the demonstration newsroom's notice asks for, in its three languages.
final class DemonstrationTexts {

    static final String PURPOSES =
            """
            [
              {
                "code": "necessary",
                "necessary": true,
                "names": {"ru": "Работа сайта", "kk": "Сайттың жұмысы", "en": "Running the site"},
                "descriptions": {
                  "ru": "Помнить язык, вход и ваш ответ на этот вопрос. Без этого сайт не работает.",
                  "kk": "Тілді, кіруді және осы сұраққа берген жауабыңызды есте сақтау. Онсыз сайт жұмыс істемейді.",
                  "en": "Remembering your language, your login and your answer to this question. The site does not work without."
                },
                "legalBasis": "LEGITIMATE_INTEREST",
                "retention": "P6M"
              },
              {
                "code": "analytics",
                "necessary": false,
                "names": {"ru": "Статистика", "kk": "Статистика", "en": "Statistics"},
                "descriptions": {
                  "ru": "Считать, сколько человек читает нас и что именно, чтобы знать, какие темы важны.",
                  "kk": "Қай тақырыптар маңызды екенін білу үшін бізді қанша адам оқитынын және нені оқитынын санау.",
                  "en": "Counting how many people read us, and what, to know which topics matter."
                },
                "legalBasis": "CONSENT",
                "retention": "P6M",
                "vendors": [{"name": "Counter", "policyUrl": "https://counter.example/privacy", "country": "KZ"}]
              },
              {
                "code": "marketing",
                "necessary": false,
                "names": {"ru": "Реклама", "kk": "Жарнама", "en": "Advertisements"},
                "descriptions": {
                  "ru": "Показывать рекламу, подобранную по тому, что вы читали.",
                  "kk": "Оқығаныңызға қарай таңдалған жарнаманы көрсету.",
                  "en": "Showing advertisements chosen by what you have read."
                },
                "legalBasis": "CONSENT",
                "retention": "P6M",
                "vendors": [{"name": "Adverts", "policyUrl": "https://adverts.example/privacy", "country": "KZ"}]
              }
            ]\
            """;

    private DemonstrationTexts() {}
}
