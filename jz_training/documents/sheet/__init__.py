"""The sign-in sheet, part by part."""
