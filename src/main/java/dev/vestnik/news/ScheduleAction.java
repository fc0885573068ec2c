package dev.vestnik.news;

/// What can be planned for an item.
enum ScheduleAction {
    PUBLISH,
    UNPUBLISH
}
