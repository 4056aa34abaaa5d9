"""Roll call 点名: a full-screen view for the meeting room."""
