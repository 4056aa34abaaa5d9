"""宣传宣讲: what was published, where talks were given, and both by month."""
