package dev.vestnik.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Bodies as trees: parsed as a browser would, written in UTF-8 without a space added.
final class BodyDocument {

    /// More than the sanitiser lets through.
    private static final int DEEPEST = 512;

    private BodyDocument() {}

    static Element empty() {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        return document.body();
    }

    static Element parse(String html) {
        Document document =
                Jsoup.parse(
                        "<!doctype html><body>" + html, Parser.htmlParser().setMaxDepth(DEEPEST));
        document.outputSettings().prettyPrint(false);
        return document.body();
    }
}
