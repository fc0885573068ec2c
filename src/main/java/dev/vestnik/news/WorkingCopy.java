package dev.vestnik.news;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item as its editors have it, for what is derived from it and serves the newsroom alone.
///
/// @param owner the user who made it; null for an imported item
/// @param isShown whether the public sees the same: it was published and not saved since
public record WorkingCopy(NewsCopy copy, @Nullable UUID owner, boolean isShown) {}
