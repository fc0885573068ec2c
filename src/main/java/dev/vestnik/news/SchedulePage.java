package dev.vestnik.news;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of the schedule.
@Schema(name = "SchedulePage")
record SchedulePage(List<ScheduleView> items, PageInfo page) implements Paged {}
