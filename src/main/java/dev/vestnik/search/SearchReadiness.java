package dev.vestnik.search;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Takes readiness away until there is an index to search, and while it cannot follow.
@Readiness
@Singleton
class SearchReadiness implements HealthCheck {

    private final SearchIndexes indexes;
    private final SearchFollower follower;

    SearchReadiness(SearchIndexes indexes, SearchFollower follower) {
        this.indexes = indexes;
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        RebuildView progress = follower.progress();
        var answer =
                HealthCheckResponse.named("search")
                        .status(indexes.present().isPresent() && !follower.isFailing())
                        .withData("rebuild", progress.state().name());
        if (progress.state() == RebuildState.RUNNING) {
            answer.withData("processed", progress.processed()).withData("total", progress.total());
        }
        return answer.build();
    }
}
