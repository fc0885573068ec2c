package dev.vestnik.news;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// An absolute http or https address, or a path from this site's root, of at most 2000 characters.
@Constraint(validatedBy = WebAddress.Rule.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@interface WebAddress {

    String message() default
            "must be an http or https address, or a path that begins with one slash";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Decides by parsing, as browsers would follow it.
    class Rule implements ConstraintValidator<WebAddress, String> {

        private static final int LONGEST = 2000;

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            if (value.length() > LONGEST) {
                return false;
            }
            try {
                URI uri = new URI(value);
                if (uri.getScheme() == null) {
                    return value.startsWith("/") && !value.startsWith("//");
                }
                boolean web =
                        uri.getScheme().equalsIgnoreCase("http")
                                || uri.getScheme().equalsIgnoreCase("https");
                return web && uri.getHost() != null && uri.getUserInfo() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
