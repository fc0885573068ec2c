package dev.vestnik.edge;

/// An answer that stands written already, in another format than JSON; gets the headers that every
/// answer gets.
public interface Written {

    byte[] bytes();
}
