package dev.vestnik.news;

import dev.vestnik.edge.Paging;
import dev.vestnik.edge.QueryParameters;

/// What a list of revisions is asked for.
@QueryParameters
public class RevisionListing extends Paging {}
