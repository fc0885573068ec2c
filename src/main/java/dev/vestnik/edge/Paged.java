package dev.vestnik.edge;

/// An answer that is a page of a list; gets `Link` headers (RFC 8288).
public interface Paged {

    PageInfo page();
}
