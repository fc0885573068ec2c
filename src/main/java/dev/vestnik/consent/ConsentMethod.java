package dev.vestnik.consent;

/// How a person answered.
enum ConsentMethod {
    ACCEPT_ALL(Force.MAY_GRANT),
    SAVE_CHOICES(Force.MAY_GRANT),
    CHECKBOX(Force.MAY_GRANT),
    DOUBLE_OPT_IN(Force.MAY_GRANT),
    PAPER(Force.MAY_GRANT),
    REJECT_ALL(Force.MAY_DENY),
    DISMISS(Force.MAY_DENY),
    /// Global Privacy Control: the browser said no for the person.
    GPC(Force.MAY_DENY),
    CONTINUED_USE(Force.NOT_AFFIRMATIVE),
    SCROLL(Force.NOT_AFFIRMATIVE),
    TIMEOUT(Force.NOT_AFFIRMATIVE),
    PRETICKED(Force.NOT_AFFIRMATIVE),
    /// Of a version that asks nothing.
    ACKNOWLEDGED(Force.MAY_ACKNOWLEDGE);

    /// What a method can bring about.
    enum Force {
        MAY_GRANT,
        MAY_DENY,
        NOT_AFFIRMATIVE,
        MAY_ACKNOWLEDGE
    }

    private final Force force;

    ConsentMethod(Force force) {
        this.force = force;
    }

    Force force() {
        return force;
    }

    /// How it reached us, in a receipt's words.
    String collected() {
        return (this == PAPER ? "on paper: " : "web form: ") + name();
    }

    /// Whether a person states consent in a step of its own, beyond pressing a button.
    boolean isExplicit() {
        return this == CHECKBOX || this == DOUBLE_OPT_IN || this == PAPER;
    }
}
