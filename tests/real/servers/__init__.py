"""Servers that speak the protocols of translation services, on this machine, with faults on request."""
