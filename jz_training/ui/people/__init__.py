"""The roster on screen: people and units."""
