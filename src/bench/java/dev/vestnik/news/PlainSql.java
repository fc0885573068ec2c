package dev.vestnik.news;

/// The statements that the program sends for public reads, as they reach the database;
/// `NewsStatementsTest` sees that they are.
final class PlainSql {

    private static final String HEADLINE =
            """
            k.id, k.version, k.locale, k.translation_group, k.slug, k.created_at, k.updated_at, k.published_at,
            k.title_key, k.title, k.summary, k.author, k.source_name, k.source_url, k.cover_url, k.cover_alt,
            k.cover_caption, k.cover_credit, k.cover_width, k.cover_height, k.seo_title, k.seo_description,
            k.seo_canonical_url, k.seo_noindex, k.featured_until, k.reading_minutes, k.corrections\
            """;

    /// Parameters: now 4 times, locale.
    private static final String PINNED =
            """
            from pin f join publication k on k.edition = f.edition
                where coalesce(k.published_at, k.published_at) <= ? and k.visible_from <= ? and k.visible_until > ?
                    and f.pinned_until > ? and coalesce(k.locale, k.locale) = ?\
            """;

    private static final String FIRST_PINNED =
            """
             order by coalesce(k.locale, k.locale), coalesce(k.published_at, k.published_at) desc, k.id desc
                fetch first ? rows only\
            """;

    /// Parameter: tag.
    private static final String OF_TAG =
            """
             and exists (select 1 from publication_tag x where x.edition = k.edition
                and (x.tag_id in (select s.tag_id from tag_slug s where s.slug in (?))))\
            """;

    private static final String WITH_PINNED =
            """
            select %1$s, x.pinned from (
                (select k.edition as edition, 1 as pinned %2$s)
                union all
                (select k.edition as edition, 0 as pinned %3$s and k.edition not in (select k.edition %2$s) %4$s
                    fetch first ? rows only)
            ) x join publication k on k.edition = x.edition
            order by x.pinned desc, k.published_at desc, k.id desc\
            """;

    /// Parameters: now 4 times, locale, 20; now 3 times, locale; now 4 times, locale, 20; most.
    static final String LIST =
            WITH_PINNED.formatted(
                    HEADLINE,
                    PINNED + FIRST_PINNED,
                    """
                    from publication k
                    where k.published_at <= ? and k.visible_from <= ? and k.visible_until > ? and k.locale = ?\
                    """,
                    "order by k.locale, k.published_at desc, k.id desc");

    /// Parameters: now 4 times, locale, tag, 20; now 3 times, tag, locale; now 4 times, locale,
    /// tag, 20; most.
    static final String TAG_PAGE =
            WITH_PINNED.formatted(
                    HEADLINE,
                    PINNED + OF_TAG + FIRST_PINNED,
                    """
                    from publication_tag t join publication k on k.edition = t.edition
                    where t.published_at <= ? and k.visible_from <= ? and k.visible_until > ?
                        and t.tag_id = (select s.tag_id from tag_slug s where s.slug = ?) and t.locale = ?\
                    """,
                    "order by t.tag_id, t.locale, t.published_at desc, t.publication_id desc");

    /// Parameters: as many ids as are asked for, now twice.
    static final String TAGS_OF_LIST =
            """
            select x.publication_id, t.id, t.slug, t.names
            from publication_tag x join tag t on t.id = x.tag_id
            where x.publication_id in (%s) and x.visible_from <= ? and x.visible_until > ?
            order by x.publication_id, x.position\
            """;

    /// Parameters: locale, slug, now twice, 1.
    static final String ITEM =
            """
            select %s, k.body_html, k.body_blocks, k.body_text, k.body_toc
            from publication k
            where k.locale = ? and k.slug = ? and k.visible_from <= ? and k.visible_until > ? fetch first ? rows only\
            """
                    .formatted(HEADLINE);

    /// Parameters: id, now twice; locale, published twice, id, now twice; locale, published twice,
    /// id, now three times.
    static final String AROUND =
            """
            select * from (
            select 'tag' as what, t.id as id, t.slug as slug, t.names as title, x.position as place
            from publication_tag x join tag t on t.id = x.tag_id
            where x.publication_id = ? and x.visible_from <= ? and x.visible_until > ?
            union all
            select * from (
                select 'previous' as what, p.id as id, p.slug as slug, p.title as title, 0 as place from publication p
                where p.locale = ? and p.published_at <= ? and (p.published_at < ? or p.id < ?)
                    and p.visible_from <= ? and p.visible_until > ?
                order by p.locale, p.published_at desc, p.id desc limit 1) as before_it
            union all
            select * from (
                select 'next' as what, p.id as id, p.slug as slug, p.title as title, 0 as place from publication p
                where p.locale = ? and p.published_at >= ? and (p.published_at > ? or p.id > ?)
                    and p.published_at <= ? and p.visible_from <= ? and p.visible_until > ?
                order by p.locale, p.published_at, p.id limit 1) as after_it
            ) as united order by place\
            """;

    private PlainSql() {}
}
