"""Exports of online meetings: who was there, from when until when."""
