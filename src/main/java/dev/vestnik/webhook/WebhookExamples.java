package dev.vestnik.webhook;

/// The examples of the OpenAPI document; each works as it stands on the demonstration newsroom.
final class WebhookExamples {

    static final String ID = "01940000-0000-7000-8000-000000000501";
    static final String DELIVERY_ID = "01940000-0000-7000-8000-000000000601";

    static final String WEBHOOK =
            """
            {"url": "https://hooks.example.org/vestnik", "events": ["news.*"], "description": "Rebuilds the site"}\
            """;

    static final String PATCH =
            """
            {"events": ["news.published", "news.unpublished"]}\
            """;

    private WebhookExamples() {}
}
