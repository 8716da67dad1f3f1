package dev.keepwell.screen.accounts;

import dev.keepwell.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// The page of all accounts as it was when it was first asked for: what rendering alone is measured
/// with.
@Component
@ConditionalOnProperty("keepwell.test.render-only")
public class FixedPage {

    private final ListPages pages;
    private @Nullable ListPage page;

    FixedPage(ListPages pages) {
        this.pages = pages;
    }

    public synchronized ListPage get() {
        var known = page;
        if (known == null) {
            var wanted = new Address.Wanted(null, null, null, null, null, null, null, null);
            known = pages.of(WorkspaceId.DEFAULT, wanted.address());
            page = known;
        }
        return known;
    }
}
