package dev.vestnik.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// All that a version of a notice shows in one language.
@Schema(name = "ConsentNoticeText")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeText(
        @NotBlank @CodePointLength(max = 300) String title,
        @NotBlank @CodePointLength(max = 200_000) String body,
        @Nullable @Valid Labels labels) {

    /// What stands on the buttons; null for a button that is not there.
    @Schema(name = "ConsentNoticeLabels")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Labels(
            @Schema(examples = "Принять все") @Nullable @CodePointLength(max = 100)
                    String acceptAll,
            @Schema(examples = "Отклонить все") @Nullable @CodePointLength(max = 100)
                    String rejectAll,
            @Schema(examples = "Сохранить выбор") @Nullable @CodePointLength(max = 100) String save,
            @Schema(examples = "Настроить") @Nullable @CodePointLength(max = 100) String settings,
            @Schema(examples = "Отозвать согласие") @Nullable @CodePointLength(max = 100)
                    String withdraw) {}
}
