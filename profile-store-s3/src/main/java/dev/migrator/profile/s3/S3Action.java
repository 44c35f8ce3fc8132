package dev.migrator.profile.s3;

/** What a call wants to do, and the right that it needs. */
enum S3Action {
    READ("read", "s3:GetObject"),
    WRITE("write", "s3:PutObject"),
    LIST("list", "s3:ListBucket"),
    DELETE("delete", "s3:DeleteObject");

    private final String verb;
    private final String right;

    S3Action(String verb, String right) {
        this.verb = verb;
        this.right = right;
    }

    /** {@code read}, as in "no right to read". */
    String verb() {
        return verb;
    }

    /** The action as a policy names it: {@code s3:GetObject}. */
    String right() {
        return right;
    }
}
