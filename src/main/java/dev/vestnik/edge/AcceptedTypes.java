package dev.vestnik.edge;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands in `Accept`. A range that can't be read counts for nothing.
record AcceptedTypes(List<Range> ranges) {

    /// Types that a client likes so much: `quality` goes from 0, which is not at all, to 1.
    record Range(String type, String subtype, double quality) {

        boolean covers(MediaType offered) {
            return (type.equals("*") || type.equalsIgnoreCase(offered.getType()))
                    && (subtype.equals("*") || subtype.equalsIgnoreCase(offered.getSubtype()));
        }

        /// A type says more than all of its kind, and these more than just any.
        int precision() {
            return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
        }
    }

    static AcceptedTypes of(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : header.split(",")) {
            String[] pieces = part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
            String[] names = pieces[0].split("/", -1);
            if (names.length == 2 && !names[0].isEmpty() && !names[1].isEmpty()) {
                ranges.add(new Range(names[0], names[1], quality(pieces)));
            }
        }
        return new AcceptedTypes(ranges);
    }

    private static double quality(String[] pieces) {
        for (String piece : pieces) {
            if (piece.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
                return Double.parseDouble(piece.substring(2));
            }
        }
        return 1;
    }

    /// The best liked of what is offered, the first of equals; empty where none is acceptable.
    Optional<MediaType> best(List<MediaType> offered) {
        MediaType best = null;
        double liked = 0;
        for (MediaType type : offered) {
            double quality = quality(type);
            if (quality > liked) {
                best = type;
                liked = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    private double quality(MediaType offered) {
        return ranges.stream()
                .filter(range -> range.covers(offered))
                .max(Comparator.comparingInt(Range::precision))
                .map(Range::quality)
                .orElse(0.0);
    }
}
