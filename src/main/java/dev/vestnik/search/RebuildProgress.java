package dev.vestnik.search;

/// How far the index is built.
final class RebuildProgress {

    private RebuildState state = RebuildState.IDLE;
    private long processed;
    private long total;
    private long began;
    private long last;

    /// It is about to begin.
    synchronized void waits() {
        begins(0, 0);
    }

    synchronized void begins(long expected, long now) {
        state = RebuildState.RUNNING;
        processed = 0;
        total = expected;
        began = now;
        last = now;
    }

    synchronized void advances(long items, long now) {
        processed += items;
        last = now;
    }

    synchronized void succeeds() {
        state = RebuildState.DONE;
    }

    /// Whatever is not done by now has failed.
    synchronized void failsUnlessDone() {
        if (state == RebuildState.RUNNING) {
            state = RebuildState.FAILED;
        }
    }

    synchronized RebuildView view() {
        long rate = processed * 1000 / Math.max(1, last - began);
        long left = Math.max(0, total - processed);
        boolean running = state == RebuildState.RUNNING;
        return new RebuildView(
                state,
                processed,
                total,
                rate,
                !running ? null : rate == 0 ? null : Long.valueOf(left / rate));
    }
}
