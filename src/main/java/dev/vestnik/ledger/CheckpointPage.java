package dev.vestnik.ledger;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of checkpoints.
@Schema(name = "LedgerCheckpointPage")
record CheckpointPage(List<CheckpointView> items, PageInfo page) implements Paged {}
