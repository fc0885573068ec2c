package dev.vestnik.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// Who decides what data is used for, and answers for it.
@Schema(name = "ConsentController")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Controller(
        @Schema(examples = "Редакция «Вестник»") @NotBlank @CodePointLength(max = 300) String name,
        @Schema(examples = "000000000000") @Nullable @CodePointLength(max = 100)
                String registrationNumber,
        @Schema(examples = "Алматы, улица Примерная, 1") @Nullable @CodePointLength(max = 500)
                String address,
        @Schema(examples = "privacy@vestnik.example") @Nullable @CodePointLength(max = 300)
                String email,
        @Schema(examples = "+7 000 000 00 00") @Nullable @CodePointLength(max = 100) String phone,
        @Schema(description = "Whom to ask.", examples = "Ответственный за данные")
                @Nullable
                @CodePointLength(max = 500)
                String contact) {}
