package dev.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Several things done in one moment, each by a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** Does them all, and tells what failed. */
    public static List<Throwable> failures(Runnable... doings) throws InterruptedException {
        var barrier = new CyclicBarrier(doings.length);
        var threads = Executors.newFixedThreadPool(doings.length);
        try {
            var running = Stream.of(doings)
                    .map(doing -> threads.submit(() -> {
                        barrier.await();
                        doing.run();
                        return null;
                    }))
                    .toList();
            var failures = new ArrayList<Throwable>();
            for (var future : running) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }
}
