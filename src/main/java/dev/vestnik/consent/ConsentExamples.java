package dev.vestnik.consent;

/// The examples of the OpenAPI document; each works as it stands on the demonstration newsroom.
final class ConsentExamples {

    static final String PURPOSE_CODE = "analytics";
    static final String NOTICE_KEY = "cookies";
    static final String UNPUBLISHED_KEY = "newsletter";
    static final String DRAFT_NUMBER = "2";
    static final String RECORD_ID = "01940000-0000-7000-8000-000000000401";

    /// Opens the demonstration newsroom's record, and no other.
    static final String TOKEN = "ZXhhbXBsZS10b2tlbi1vZi10aGUtZGVtb25zdHJhdGlvbg";

    static final String PURPOSE =
            """
            {
              "code": "video",
              "necessary": false,
              "names": {"ru": "Видео с других сайтов", "kk": "Басқа сайттардың бейнелері", "en": "Videos from other sites"},
              "descriptions": {"ru": "Показывать видео, которое лежит на чужом сервере"},
              "legalBasis": "CONSENT",
              "retention": "P6M",
              "vendors": [{"name": "Видеосервис", "policyUrl": "https://video.example/privacy", "country": "KZ"}],
              "signals": ["functionality_storage"]
            }\
            """;

    static final String PURPOSE_REPLACEMENT =
            """
            {
              "code": "analytics",
              "necessary": false,
              "names": {"ru": "Статистика посещений", "kk": "Кіру статистикасы", "en": "Visitor statistics"},
              "legalBasis": "CONSENT",
              "retention": "P13M"
            }\
            """;

    static final String PURPOSE_PATCH =
            """
            {"retention": "P3M"}\
            """;

    static final String NOTICE =
            """
            {"key": "privacy", "kind": "PRIVACY"}\
            """;

    static final String VERSION =
            """
            {
              "mode": "OPT_IN",
              "change": "MINOR",
              "validity": "P6M",
              "controller": {
                "name": "Редакция «Вестник»",
                "registrationNumber": "000000000000",
                "address": "Алматы, улица Примерная, 1",
                "email": "privacy@vestnik.example",
                "phone": "+7 000 000 00 00",
                "contact": "Ответственный за данные"
              },
              "purposes": ["necessary", "analytics", "marketing"],
              "texts": {
                "ru": {"title": "Ваш выбор", "body": "Мы считаем посещения и показываем рекламу, только если вы согласны. Отказаться так же просто, как согласиться.", "labels": {"acceptAll": "Принять все", "rejectAll": "Отклонить все", "save": "Сохранить выбор", "settings": "Настроить", "withdraw": "Отозвать согласие"}},
                "kk": {"title": "Сіздің таңдауыңыз", "body": "Келіссеңіз ғана кіруді санап, жарнама көрсетеміз. Бас тарту келісу сияқты оңай.", "labels": {"acceptAll": "Бәрін қабылдау", "rejectAll": "Бәрінен бас тарту", "save": "Таңдауды сақтау", "settings": "Баптау", "withdraw": "Келісімді қайтарып алу"}},
                "en": {"title": "Your choice", "body": "We count visits and show advertisements only if you agree. Refusing is as easy as agreeing.", "labels": {"acceptAll": "Accept all", "rejectAll": "Reject all", "save": "Save choices", "settings": "Settings", "withdraw": "Withdraw consent"}}
              }
            }\
            """;

    static final String VERSION_PATCH =
            """
            {"validity": "P3M"}\
            """;

    static final String IMPRESSION =
            """
            {"key": "cookies", "locale": "ru"}\
            """;

    static final String ON_BEHALF =
            """
            {
              "method": "PAPER",
              "notice": "cookies",
              "locale": "ru",
              "decisions": {"analytics": "GRANTED", "marketing": "DENIED"},
              "reason": "Подписанное заявление от 1 марта"
            }\
            """;

    static final String NARROWER =
            """
            {"method": "SAVE_CHOICES", "decisions": {"analytics": "DENIED", "marketing": "DENIED"}}\
            """;

    static final String NARROWER_PATCH =
            """
            {"decisions": {"analytics": "DENIED"}}\
            """;

    static final String SEARCH =
            """
            {"subjectToken": "ZXhhbXBsZS10b2tlbi1vZi10aGUtZGVtb25zdHJhdGlvbg"}\
            """;

    static final String INVALIDATION =
            """
            {"reason": "Текст на экране был не тот"}\
            """;

    private ConsentExamples() {}
}
