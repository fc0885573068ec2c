package dev.vestnik.news;

import java.time.Instant;

/// What the public sees of an item from one moment until another, for what is derived from it. An
/// item has at most two: the present one, and one that is planned.
public record PublicEdition(NewsCopy copy, Instant visibleFrom, Instant visibleUntil) {}
