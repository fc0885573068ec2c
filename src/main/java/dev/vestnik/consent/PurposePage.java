package dev.vestnik.consent;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of purposes.
@Schema(name = "ConsentPurposePage")
record PurposePage(List<PurposeView> items, PageInfo page) implements Paged {}
