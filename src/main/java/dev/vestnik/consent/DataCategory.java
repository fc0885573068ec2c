package dev.vestnik.consent;

/// What kind of data a purpose takes, in the words of Kantara's consent receipt and in those of the
/// W3C's Data Privacy Vocabulary (extension PD).
enum DataCategory {
    /// Addresses and identifiers that a browser or device sends.
    NETWORK("Network/Service", "pd:IPAddress"),
    /// What is read, and for how long.
    USAGE("Behavioral", "pd:BrowserHistory"),
    /// Where to write or call.
    CONTACT("Contact", "pd:Contact"),
    /// Names, and what else tells who somebody is.
    IDENTITY("Biographical", "pd:Identifying"),
    /// Where somebody is.
    LOCATION("Location", "pd:Location"),
    /// Payments.
    FINANCIAL("Financial", "pd:Financial");

    private final String kantara;
    private final String dpv;

    DataCategory(String kantara, String dpv) {
        this.kantara = kantara;
        this.dpv = dpv;
    }

    String kantara() {
        return kantara;
    }

    String dpv() {
        return dpv;
    }
}
