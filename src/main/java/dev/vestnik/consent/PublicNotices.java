package dev.vestnik.consent;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What other rooms may know of notices.
@Singleton
public class PublicNotices {

    /// The keys of some notices by their ids, in the present transaction; those that are gone are
    /// left out.
    public Map<UUID, String> keys(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Notice> notices = Notice.list("id in ?1", ids);
        return notices.stream()
                .collect(Collectors.toMap(notice -> notice.id, notice -> notice.noticeKey));
    }
}
