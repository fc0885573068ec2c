package dev.vestnik.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/// Starts the database and the external login service for all test classes of a run; any one of
/// them would do to carry it.
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SearchCluster.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = LoginService.class, scope = TestResourceScope.GLOBAL)
public final class OnBothDatabases {

    private OnBothDatabases() {}
}
