package dev.vestnik.tag;

/// The examples of the OpenAPI document; each works as it stands on the demonstration newsroom.
final class TagExamples {

    static final String ID = "01940000-0000-7000-8000-000000000103";
    static final String UNUSED_ID = "01940000-0000-7000-8000-000000000106";

    /// Of a tag that was merged into `INTO_ID` when many items carried it.
    static final String MERGED_ID = "01940000-0000-7000-8000-000000000107";

    static final String INTO_ID = "01940000-0000-7000-8000-000000000101";

    static final String TAG =
            """
            {
              "names": {"ru": "Рыболовство", "kk": "Балық аулау", "en": "Fishing"},
              "description": {"ru": "Реки, озёра и те, кто на них ловит"},
              "aliases": ["рыбалка"]
            }\
            """;

    static final String REPLACEMENT =
            """
            {"names": {"ru": "Вода и реки", "kk": "Су", "en": "Water"}, "aliases": ["реки", "озёра"]}\
            """;

    static final String PATCH =
            """
            {"names": {"ru": "Вода, реки, озёра"}, "description": null}\
            """;

    static final String MERGE =
            """
            {"into": "01940000-0000-7000-8000-000000000101"}\
            """;

    private TagExamples() {}
}
