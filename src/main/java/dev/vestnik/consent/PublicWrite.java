package dev.vestnik.consent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an operation by which the public writes: at most 16 KiB, and so many a minute from an
/// address.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface PublicWrite {

    /// Whether it takes something back, for which the limit is wider.
    boolean withdraws() default false;
}
