package dev.vestnik.news;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item as its editors have it, for what is derived from it and serves the newsroom alone.
///
/// @param owner the user who made it; null for an imported item
public record WorkingCopy(NewsCopy copy, @Nullable UUID owner) {}
