package dev.vestnik.edge;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a POST that creates, so that it heeds `Idempotency-Key`: the same key with the same body
/// gives the same answer for a day, the same key with another body is 422, and while the first is
/// in flight 409.
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
