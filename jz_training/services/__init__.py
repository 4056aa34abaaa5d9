"""What a secretary does, in their verbs."""
