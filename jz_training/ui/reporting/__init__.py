"""报送: what is looked through, filled in and handed upward."""
