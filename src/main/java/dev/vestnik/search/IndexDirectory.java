package dev.vestnik.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Lucene indexes on the local disk, each in a numbered directory. Beside one lies a file that says
/// how far it has followed the change log; it is written after what it tells of, and only once the
/// index is whole.
final class IndexDirectory implements IndexStore {

    private static final Logger LOG = Logger.getLogger(IndexDirectory.class);
    private static final String FOLLOWED = "followed";

    /// Fewer, larger segments cost less merging while an index is built.
    private static final int WRITER_MEGABYTES = 48;

    /// Following the log commits by itself, and an index that is half built is worth nothing.
    private static final int UNASKED_COMMIT_MILLISECONDS = 600_000;

    /// How long a search may do with what the one before it saw, while much is being written: to
    /// see what was written since means to write it out first. What `SearchIndex` has written is
    /// seen at once.
    private static final int REFRESH_INTERVAL_MILLISECONDS = 500;

    private final Path root;
    private volatile int present;

    IndexDirectory(Path root) {
        this.root = root;
    }

    @Override
    public Optional<SearchIndex> left() {
        for (Path directory : directories()) {
            try {
                Optional<SearchIndex> index = open(directory);
                if (index.isPresent()) {
                    present = index.get().number();
                    return index;
                }
            } catch (IOException | RuntimeException e) {
                LOG.warnf("The search index in %s cannot be read: %s", directory, e);
            }
        }
        return Optional.empty();
    }

    private static Optional<SearchIndex> open(Path directory) throws IOException {
        String[] words = Files.readString(directory.resolve(FOLLOWED)).strip().split(" ");
        if (words.length != 2 || !words[0].equals("format-" + NewsDocument.FORMAT)) {
            return Optional.empty();
        }
        SearchIndex index = index(directory, Long.parseLong(words[1]));
        try {
            index.test();
            return Optional.of(index);
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    @Override
    public SearchIndex create() {
        List<Path> left = directories();
        int number = left.isEmpty() ? 1 : number(left.get(0)) + 1;
        try {
            return index(Files.createDirectories(root.resolve(String.valueOf(number))), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SearchIndex index(Path directory, long followed) {
        return new SearchIndex(
                number(directory),
                Map.of(
                        "hibernate.search.backend.type",
                        "lucene",
                        "hibernate.search.backend.lucene_version",
                        "LATEST",
                        "hibernate.search.backend.directory.root",
                        directory.toString(),
                        "hibernate.search.backend.io.writer.ram_buffer_size",
                        WRITER_MEGABYTES,
                        "hibernate.search.backend.io.commit_interval",
                        UNASKED_COMMIT_MILLISECONDS,
                        "hibernate.search.backend.io.refresh_interval",
                        REFRESH_INTERVAL_MILLISECONDS),
                followed,
                seq -> write(directory, seq));
    }

    private static void write(Path directory, long seq) {
        try {
            Path written = directory.resolve(FOLLOWED + ".new");
            Files.writeString(written, "format-" + NewsDocument.FORMAT + " " + seq);
            Files.move(
                    written,
                    directory.resolve(FOLLOWED),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(SearchIndex index) {
        present = index.number();
    }

    @Override
    public void clear(SearchIndex index) {
        directories().stream()
                .filter(directory -> number(directory) < index.number())
                .forEach(IndexDirectory::delete);
    }

    @Override
    public void discard(SearchIndex index) {
        delete(root.resolve(String.valueOf(index.number())));
    }

    @Override
    public boolean isWriter() {
        return true;
    }

    @Override
    public int present() {
        return present;
    }

    @Override
    public void release() {
        // Nobody else writes here.
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    /// A local disk that fails has lost the index.
    @Override
    public boolean isAway(RuntimeException failure) {
        return false;
    }

    /// What is there, the newest first.
    private List<Path> directories() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(path -> path.getFileName().toString().matches("\\d{1,9}"))
                    .sorted(Comparator.comparingInt(IndexDirectory::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path directory) {
        return Integer.parseInt(directory.getFileName().toString());
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
