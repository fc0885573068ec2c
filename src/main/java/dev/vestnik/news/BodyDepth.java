package dev.vestnik.news;

/// How much of each body a list reads. Blocks and headings are stored as JSON: what shows neither
/// is spared reading them.
enum BodyDepth {
    NONE("null"),
    HTML("new dev.vestnik.news.Body(k.body.html)"),
    WHOLE("k.body");

    /// What is selected.
    final String read;

    BodyDepth(String read) {
        this.read = read;
    }
}
