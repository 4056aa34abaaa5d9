"""资料库: venues, speakers and study materials."""
