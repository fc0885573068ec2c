package dev.vestnik.access;

/// The examples of the OpenAPI document; each works as it stands on the demonstration newsroom.
final class AccessExamples {

    static final String USER_ID = "01940000-0000-7000-8000-000000000201";
    static final String KEY_ID = "01940000-0000-7000-8000-000000000301";

    static final String USER =
            """
            {"username": "editor-one", "password": "river stone lantern", "roles": ["editor"]}\
            """;

    static final String REPLACEMENT =
            """
            {"roles": ["author", "editor"], "disabled": false}\
            """;

    static final String PATCH =
            """
            {"disabled": true}\
            """;

    static final String PASSWORD =
            """
            {"current": "admin", "new": "river stone lantern"}\
            """;

    static final String KEY =
            """
            {"name": "Mobile app", "roles": ["author"], "expiresAt": "2099-12-31T00:00:00Z"}\
            """;

    private AccessExamples() {}
}
