package dev.vestnik.news;

/// The statements that the program sends for public reads, as they reach the database.
final class PlainSql {

    private static final String HEADLINE =
            """
            p.id, p.version, p.locale, p.translation_group, p.slug, p.created_at, p.updated_at, p.published_at,
            p.title_key, p.title, p.summary, p.author, p.source_name, p.source_url, p.cover_url, p.cover_alt,
            p.cover_caption, p.cover_credit, p.cover_width, p.cover_height, p.seo_title, p.seo_description,
            p.seo_canonical_url, p.seo_noindex, p.featured_until, p.reading_minutes, p.corrections\
            """;

    /// Parameters: now 4 times, locale, 20; now 3 times, locale; now 4 times, locale, 20; most.
    static final String LIST =
            """
            select %s, x.pinned
            from ((select f.edition, 1 from pin n join publication f on f.edition = n.edition
                    where coalesce(f.published_at, f.published_at) <= ? and f.visible_from <= ? and f.visible_until > ?
                        and n.pinned_until > ? and coalesce(f.locale, f.locale) = ?
                    order by coalesce(f.locale, f.locale), coalesce(f.published_at, f.published_at) desc, f.id desc fetch first ? rows only)
                union all
                (select k.edition, 0 from publication k
                    where k.published_at <= ? and k.visible_from <= ? and k.visible_until > ? and k.locale = ?
                        and k.edition not in (select f.edition from pin n join publication f on f.edition = n.edition
                            where coalesce(f.published_at, f.published_at) <= ? and f.visible_from <= ? and f.visible_until > ?
                                and n.pinned_until > ? and coalesce(f.locale, f.locale) = ?
                            order by coalesce(f.locale, f.locale), coalesce(f.published_at, f.published_at) desc, f.id desc fetch first ? rows only)
                    order by k.locale, k.published_at desc, k.id desc fetch first ? rows only)) x (edition, pinned)
                join publication p on p.edition = x.edition
            order by x.pinned desc, p.published_at desc, p.id desc\
            """
                    .formatted(HEADLINE);

    /// Parameters: now 4 times, locale, tag, 20; now 3 times, tag, locale; now 4 times, locale,
    /// tag, 20; most.
    static final String TAG_PAGE =
            """
            select %s, x.pinned
            from ((select f.edition, 1 from pin n join publication f on f.edition = n.edition
                    where coalesce(f.published_at, f.published_at) <= ? and f.visible_from <= ? and f.visible_until > ?
                        and n.pinned_until > ? and coalesce(f.locale, f.locale) = ?
                        and exists (select 1 from publication_tag c where c.edition = f.edition
                            and c.tag_id in (select s.tag_id from tag_slug s where s.slug in (?)))
                    order by coalesce(f.locale, f.locale), coalesce(f.published_at, f.published_at) desc, f.id desc fetch first ? rows only)
                union all
                (select k.edition, 0 from publication_tag t join publication k on k.edition = t.edition
                    where t.published_at <= ? and k.visible_from <= ? and k.visible_until > ?
                        and t.tag_id = (select s.tag_id from tag_slug s where s.slug = ?) and t.locale = ?
                        and k.edition not in (select f.edition from pin n join publication f on f.edition = n.edition
                            where coalesce(f.published_at, f.published_at) <= ? and f.visible_from <= ? and f.visible_until > ?
                                and n.pinned_until > ? and coalesce(f.locale, f.locale) = ?
                                and exists (select 1 from publication_tag c where c.edition = f.edition
                                    and c.tag_id in (select s.tag_id from tag_slug s where s.slug in (?)))
                            order by coalesce(f.locale, f.locale), coalesce(f.published_at, f.published_at) desc, f.id desc fetch first ? rows only)
                    order by t.tag_id, t.locale, t.published_at desc, t.publication_id desc
                    fetch first ? rows only)) x (edition, pinned)
                join publication p on p.edition = x.edition
            order by x.pinned desc, p.published_at desc, p.id desc\
            """
                    .formatted(HEADLINE);

    /// Parameters: as many ids as are asked for, now twice.
    static final String TAGS_OF_LIST =
            """
            select c.publication_id, t.id, t.slug, t.names
            from publication_tag c join tag t on t.id = c.tag_id
            where c.publication_id in (%s) and c.visible_from <= ? and c.visible_until > ?
            order by c.publication_id, c.position\
            """;

    /// Parameters: locale, slug, now twice.
    static final String ITEM =
            """
            select %s, p.body_html, p.body_blocks, p.body_text, p.body_toc, p.visible_from, p.visible_until, p.edition
            from publication p
            where p.locale = ? and p.slug = ? and p.visible_from <= ? and p.visible_until > ? fetch first 1 rows only\
            """
                    .formatted(HEADLINE);

    /// Parameters: id, now twice; locale, published twice, id, now twice; locale, published twice,
    /// id, now three times.
    static final String AROUND =
            """
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
            order by 5\
            """;

    private PlainSql() {}
}
