"""Pictures from cameras, phones and screens, made small and without anything but the picture."""
