package dev.vestnik.news;

/// The examples of the OpenAPI document; each works as it stands on the demonstration newsroom.
final class NewsExamples {

    static final String ID = "01940000-0000-7000-8000-000000000001";
    static final String DRAFT_ID = "01940000-0000-7000-8000-00000000000c";

    static final String SCHEDULE_ENTRY_ID = "01940000-0000-7000-8000-000000000301";
    static final String TRASHED_ID = "01940000-0000-7000-8000-00000000000d";
    static final String UNTRANSLATED_ID = "01940000-0000-7000-8000-000000000009";

    static final String CORRECTION =
            """
            {"text": "Уточнено число маршрутов: их было четыре."}\
            """;

    static final String TRANSLATION =
            """
            {"locale": "kk", "title": "Шыршаларды биыл тәлімбақтан әкеледі", "summary": "Орманда ағаш кесілмейді."}\
            """;

    static final String DRAFT =
            """
            {
              "locale": "ru",
              "title": "Сайгаки вернулись к весенним пастбищам",
              "summary": "Стада пришли на две недели раньше, чем обычно.",
              "body": {
                "format": "markdown",
                "content": "Первые стада заметили **на рассвете**.\\n\\n## Что говорят наблюдатели\\n\\nВесна в этом году ранняя."
              },
              "tags": ["saygak", "ekologiya"],
              "author": "Редакция"
            }\
            """;

    static final String REPLACEMENT =
            """
            {
              "locale": "ru",
              "title": "Вопросы к встрече в министерстве",
              "summary": "Список уточнён.",
              "body": {"format": "html", "content": "<p>Первый вопрос.</p><h2>О воде</h2><p>Второй вопрос.</p>"},
              "tags": ["ekologiya", "voda"]
            }\
            """;

    static final String PATCH =
            """
            {"title": "Вопросы к встрече: уточнено", "summary": null}\
            """;

    static final String PUBLISH =
            """
            {"at": "2025-12-10T09:30:00Z"}\
            """;

    static final String UNPUBLISH =
            """
            {"at": "2030-01-01T00:00:00Z"}\
            """;

    private NewsExamples() {}
}
