package dev.vestnik.access;

/// The names of the roles, for annotations.
public final class Roles {

    /// Creates items, edits own drafts, submits them.
    public static final String AUTHOR = "author";

    /// All news and tags, publishing.
    public static final String EDITOR = "editor";

    /// Consent notices and records.
    public static final String PRIVACY = "privacy";

    /// Everything.
    public static final String ADMIN = "admin";

    private Roles() {}
}
