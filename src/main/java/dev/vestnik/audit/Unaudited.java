package dev.vestnik.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an operation by which people act on what is their own: a line of the audit log would bind
/// their address to it. Where somebody else acts for them the operation adds the line itself.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unaudited {}
