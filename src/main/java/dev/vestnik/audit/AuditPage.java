package dev.vestnik.audit;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of the audit log.
@Schema(name = "AuditPage")
record AuditPage(List<AuditLine> items, PageInfo page) implements Paged {}
