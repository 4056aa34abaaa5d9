"""Rules, arithmetic and frozen views: the standard library only."""
