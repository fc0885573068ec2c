package dev.vestnik.synonym;

/// The examples of the OpenAPI document; each works as it stands on the demonstration newsroom.
final class SynonymsExamples {

    static final String LOCALE = "ru";

    static final String SYNONYMS =
            """
            {
              "groups": [
                ["сайгак", "сайга", "степная антилопа"],
                ["ВОЗ", "Всемирная организация здравоохранения"],
                ["паводок", "половодье", "разлив рек"]
              ]
            }\
            """;

    private SynonymsExamples() {}
}
