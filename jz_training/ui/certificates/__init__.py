"""证书: the tab of the page 报送, issuing, printing, withdrawing, verifying."""
