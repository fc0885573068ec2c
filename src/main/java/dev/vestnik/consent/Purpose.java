package dev.vestnik.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What data is used for. Versions of notices take a copy when they are published; a change
/// concerns those to come.
@Entity
@Table(name = "consent_purpose")
class Purpose extends PanacheEntityBase {

    @Id UUID id;

    @Version long version;

    @Column(nullable = false)
    String code;

    boolean necessary;

    /// By locale.
    @Column(nullable = false)
    @Convert(converter = TextsColumn.class)
    Map<String, String> names = new LinkedHashMap<>();

    /// By locale.
    @Column(nullable = false)
    @Convert(converter = TextsColumn.class)
    Map<String, String> descriptions = new LinkedHashMap<>();

    @Column(nullable = false)
    String legalBasis;

    @Column(nullable = false)
    String retention;

    @Column(nullable = false)
    @Convert(converter = VendorsColumn.class)
    List<Vendor> vendors = new ArrayList<>();

    @Column(nullable = false)
    @Convert(converter = SignalsColumn.class)
    List<ConsentSignal> signals = new ArrayList<>();

    /// What it takes; none where that goes by its signals.
    @Column(nullable = false)
    @Convert(converter = DataColumn.class)
    List<DataCategory> data = new ArrayList<>();

    @Column(nullable = false)
    Instant createdAt;

    @Column(nullable = false)
    Instant updatedAt;

    static Optional<Purpose> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /// Maps by locale, as JSON.
    @Converter
    static class TextsColumn implements AttributeConverter<Map<String, String>, String> {

        private static final JsonText<Map<String, String>> TEXT =
                new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(Map<String, String> texts) {
            return TEXT.write(texts);
        }

        @Override
        public Map<String, String> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }

    /// Vendors, as JSON.
    @Converter
    static class VendorsColumn implements AttributeConverter<List<Vendor>, String> {

        private static final JsonText<List<Vendor>> TEXT = new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(List<Vendor> vendors) {
            return TEXT.write(vendors);
        }

        @Override
        public List<Vendor> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }

    /// Signals, as JSON.
    @Converter
    static class SignalsColumn implements AttributeConverter<List<ConsentSignal>, String> {

        private static final JsonText<List<ConsentSignal>> TEXT =
                new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(List<ConsentSignal> signals) {
            return TEXT.write(signals);
        }

        @Override
        public List<ConsentSignal> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }

    /// Categories of data, as JSON.
    @Converter
    static class DataColumn implements AttributeConverter<List<DataCategory>, String> {

        private static final JsonText<List<DataCategory>> TEXT =
                new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(List<DataCategory> data) {
            return TEXT.write(data);
        }

        @Override
        public List<DataCategory> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }
}
