package dev.vestnik.text;

import java.util.ArrayList;
import java.util.List;
import org.owasp.html.HtmlSanitizer;

/// Passes on no more attributes of a tag than any tag needs: reporting on tens of thousands would
/// take seconds.
record AttributeLimit(HtmlSanitizer.Policy policy) implements HtmlSanitizer.Policy {

    private static final int NAMES_AND_VALUES = 2 * 50;

    @Override
    public void openDocument() {
        policy.openDocument();
    }

    @Override
    public void closeDocument() {
        policy.closeDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        List<String> first = attributes.stream().limit(NAMES_AND_VALUES).toList();
        policy.openTag(element, new ArrayList<>(first));
    }

    @Override
    public void closeTag(String element) {
        policy.closeTag(element);
    }

    @Override
    public void text(String text) {
        policy.text(text);
    }
}
