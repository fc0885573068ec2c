package dev.vestnik.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a class whose fields are query parameters (a JAX-RS bean parameter), so that a violation
/// in it is reported as one of a parameter and not of the body.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryParameters {}
