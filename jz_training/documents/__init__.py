"""Files out: a view in, bytes out."""
