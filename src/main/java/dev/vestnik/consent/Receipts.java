package dev.vestnik.consent;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.ledger.LedgerEvent;
import dev.vestnik.ledger.SigningKeys;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes receipts of Kantara's form. It knows of grants alone: of what stands, the purposes that
/// were granted are told and no others, and of a record that grants nothing there is none.
@Singleton
class Receipts {

    /// Stands where the controller has not said what the form wants to know.
    static final String NOT_STATED = "not stated";

    private final ConsentSettings settings;
    private final ConsentLinks links;
    private final SubjectTokens tokens;
    private final SigningKeys keys;
    private final Site site;
    private final InstantSource time;

    Receipts(
            ConsentSettings settings,
            ConsentLinks links,
            SubjectTokens tokens,
            SigningKeys keys,
            Site site,
            InstantSource time) {
        this.settings = settings;
        this.links = links;
        this.tokens = tokens;
        this.keys = keys;
        this.site = site;
        this.time = time;
    }

    /// The id of the receipt of the answer in force: the same whenever it is asked for, another
    /// after the next answer.
    static UUID id(ConsentRecord kept) {
        String answer = kept.id + "/" + kept.decided;
        return UUID.nameUUIDFromBytes(answer.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Problem 409 where nothing is granted, or what was granted has ended
    ConsentReceipt of(ConsentRecord kept) {
        if (kept.projection().stateAt(time.instant()) != ConsentState.GIVEN) {
            throw Problem.of(
                    ProblemType.NOTHING_GRANTED,
                    "This form of receipt knows of grants alone, and nothing is granted. Ask for"
                            + " application/ld+json, which tells refusals and withdrawals too.");
        }
        EditionTerms terms = ConsentViews.terms(kept);
        return new ConsentReceipt(
                ConsentReceipt.VERSION,
                settings.jurisdiction(),
                answer(kept).at.getEpochSecond(),
                kept.method.collected(),
                id(kept).toString(),
                keys.publicKey(),
                kept.locale,
                tokens.pseudonym(kept.id),
                List.of(controller(terms.controller())),
                links.policy(kept.noticeKey, kept.locale),
                List.of(
                        new ConsentReceipt.Offered(
                                site.name(),
                                terms.purposes().stream()
                                        .filter(purpose ->
                                                kept.decisions.get(purpose.code())
                                                        == Decision.GRANTED)
                                        .map(purpose -> granted(kept, purpose))
                                        .toList())),
                false,
                List.of());
    }

    private static LedgerEvent answer(ConsentRecord kept) {
        return LedgerEvent.of(kept.id).get(kept.decided - 1);
    }

    private ConsentReceipt.PiiController controller(Controller controller) {
        return new ConsentReceipt.PiiController(
                controller.name(),
                false,
                controller.contact() == null ? controller.name() : controller.contact(),
                new ConsentReceipt.Address(stated(controller.address())),
                stated(controller.email()),
                stated(controller.phone()),
                site.url().toString());
    }

    private ConsentReceipt.GrantedPurpose granted(ConsentRecord kept, FrozenPurpose purpose) {
        PurposeKind kind = PurposeKind.of(purpose);
        String description = purpose.description(kept.locale, site.defaultLocale());
        return new ConsentReceipt.GrantedPurpose(
                description.isEmpty()
                        ? purpose.name(kept.locale, site.defaultLocale())
                        : description,
                "EXPLICIT",
                List.of(kind.kantara()),
                PurposeKind.data(purpose).stream().map(DataCategory::kantara).toList(),
                purpose.necessary(),
                kept.expiresAt + ", or sooner: " + links.below(kept.id, "withdrawal"),
                !purpose.vendors().isEmpty(),
                purpose.vendors().isEmpty()
                        ? null
                        : purpose.vendors().stream()
                                .map(Vendor::name)
                                .collect(Collectors.joining("; ")));
    }

    static String stated(@Nullable String known) {
        return known == null || known.isBlank() ? NOT_STATED : known;
    }
}
