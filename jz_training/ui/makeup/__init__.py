"""Make-up study (补学): who missed what, entering make-ups, and make-up groups."""
