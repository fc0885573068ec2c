package dev.vestnik.news;

/// Where an item stands on its way to the public.
public enum NewsStatus {
    DRAFT,
    IN_REVIEW,
    SCHEDULED,
    PUBLISHED,
    ARCHIVED
}
